"""The boards: overdue orders, parcels in anomaly, product alerts, stock."""
