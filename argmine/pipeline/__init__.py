"""The trained pipeline: its steps in order, its folder on disk, and the miner that runs it."""
