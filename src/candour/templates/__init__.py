"""Spreadsheet templates: a workbook for people who have no other program, and the document that it says.

Each kind is a file under definitions/templates/: tabs, blocks, columns, and the field that each column is. What a
workbook cannot hold of a document is found by reading the workbook again, and kept beside it.
"""
