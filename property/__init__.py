"""Who manages the compound: companies, contracts, owners' committees."""
