"""Archive to tables: a pure function of the archive, and one interface to ask the tables.

`building.build` makes them, `warehouse.Warehouse.open` opens them; asking does not import what building needs.
"""
