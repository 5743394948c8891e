"""Which unit bears on which, and how."""
