"""What a unit is: type, kind, attribution, thesis."""
