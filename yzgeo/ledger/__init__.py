"""The parcel ledger (台账): columns, cells, codes, net area."""
