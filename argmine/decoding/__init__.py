"""From the probabilities of all steps to one consistent document."""
