"""No models: scoping, lifecycle, errors, list and API shells, the working-day clock, encryption and masking."""
