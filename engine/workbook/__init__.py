"""The dossier as an Excel workbook: one description of its sheets, which the writer and the reader share."""
