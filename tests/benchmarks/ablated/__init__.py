"""What the ablation benchmark is made of: variants of the pipeline, and how they are trained and compared."""
