"""The classification task of NTCIR-14 QA Lab-PoliInfo: reading, scoring, and a classifier of single sentences."""
