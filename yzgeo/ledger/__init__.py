"""The parcel ledger: columns, cells, codes, and the land that counts."""
