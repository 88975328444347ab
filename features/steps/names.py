"""What lawyers call things, and what the library calls them. Identifiers appear in this folder only."""

from __future__ import annotations

TITLES = {
    "nghề truyền thống": "traditional_craft",
    "làng nghề": "craft_village",
    "làng nghề truyền thống": "traditional_craft_village",
}

CRITERIA = {
    "hoạt động ngành nghề nông thôn": "village.activity",
    "tỷ lệ hộ tham gia": "village.households",
    "sản xuất, kinh doanh ổn định": "village.stability",
    "bảo vệ môi trường": "village.environment",
    "thời gian xuất hiện tại địa phương": "craft.age",
    "tiếp tục phát triển": "craft.developing",
    "bản sắc văn hóa dân tộc": "craft.identity",
    "gắn với tên tuổi": "craft.association",
    "nghề truyền thống": "craft.traditional",
    "có nghề truyền thống": "village.traditional_craft",
    "phương án bảo vệ môi trường": "environment.plan",
    "tổ chức tự quản": "environment.self_management",
    "nước thải": "environment.wastewater",
    "chất thải rắn": "environment.solid_waste",
}

VERDICTS = {"đạt": "met", "không đạt": "not_met", "chưa đủ căn cứ": "undetermined"}

OUTCOMES = {
    "đủ điều kiện": "eligible",
    "không đủ điều kiện": "not_eligible",
    "chưa đủ căn cứ": "undetermined",
}

RECOMMENDATIONS = {
    "công nhận": "recommend_recognition",
    "không công nhận": "recommend_refusal",
    "bổ sung căn cứ": "request_evidence",
    "bổ sung hồ sơ": "request_documents",
}

REVIEW_OUTCOMES = {
    "giữ bằng công nhận": "keep",
    "đề nghị thu hồi bằng công nhận": "propose_revocation",
    "tổ chức khắc phục": "remedy",
    "chưa đủ căn cứ": "undetermined",
}

DOCUMENTS = {
    "bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống": "craft_history",
    "giấy chứng nhận, huy chương, tác phẩm được trao tặng": "awards",
    "bản mô tả đặc trưng mang bản sắc văn hóa dân tộc": "cultural_description",
    "giấy công nhận Nghệ nhân nghề truyền thống": "artisan_recognition",
    "danh sách các hộ tham gia hoạt động ngành nghề nông thôn": "household_list",
    "bản tóm tắt kết quả sản xuất, kinh doanh 02 năm gần nhất": "results_two_years",
    "văn bản bảo đảm điều kiện về bảo vệ môi trường": "environment_assurance",
    "quyết định công nhận nghề truyền thống": "craft_decision",
    "quyết định công nhận làng nghề": "craft_village_decision",
}

TASKS = {
    "lập hồ sơ đề nghị": "prepare",
    "ra quyết định công nhận": "decide",
    "tổng hợp danh sách không còn đạt tiêu chí": "list_for_revocation",
    "xem xét, thu hồi bằng công nhận": "revoke",
    "báo cáo về bằng công nhận": "report",
}
