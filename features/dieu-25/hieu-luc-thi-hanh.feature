# language: vi
@nd-52-2018/dieu-25/khoan-1
Tính năng: Khoản 1 Điều 25: hiệu lực thi hành của Nghị định từ ngày 01/06/2018

  Trước ngày Nghị định có hiệu lực, văn bản khác điều chỉnh việc công nhận. Xét theo Điều 5 cho một
  ngày trước đó chỉ cho biết làng, nghề đứng ở đâu so với tiêu chí, không phải quyết định của ngày đó.

  Quy tắc: Xét cho một ngày trước ngày 01/06/2018 thì phải kèm cảnh báo

    @nd-52-2018/dieu-25/khoan-1 @ranh-gioi
    Khung kịch bản: Xét ngày 31/05/2018, danh hiệu <danh hiệu>
      Biết một <đối tượng> đáp ứng đầy đủ các tiêu chí <danh hiệu> vào ngày 31/05/2018
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì kết quả xét công nhận là đủ điều kiện
      Và có cảnh báo nêu "có hiệu lực từ ngày 01/06/2018"

      Dữ liệu:
        | đối tượng | danh hiệu              |
        | nghề      | nghề truyền thống      |
        | làng      | làng nghề              |
        | làng      | làng nghề truyền thống |

    @nd-52-2018/dieu-25/khoan-1 @ranh-gioi
    Khung kịch bản: Xét ngày 01/06/2018, danh hiệu <danh hiệu>
      Biết một <đối tượng> đáp ứng đầy đủ các tiêu chí <danh hiệu> vào ngày 01/06/2018
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì kết quả xét công nhận là đủ điều kiện
      Và không có cảnh báo nào nêu "có hiệu lực từ ngày 01/06/2018"

      Dữ liệu:
        | đối tượng | danh hiệu              |
        | nghề      | nghề truyền thống      |
        | làng      | làng nghề              |
        | làng      | làng nghề truyền thống |
