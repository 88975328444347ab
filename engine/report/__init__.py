"""The yearly report (báo cáo hằng năm): a register of titles counted, and every title that is not kept with why."""
