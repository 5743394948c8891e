"""What every trained step is made of: named features and a linear classifier over them."""
