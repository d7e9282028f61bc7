"""What a person may choose from when handing a matter on."""
