# language: vi
@nd-52-2018/dieu-6/khoan-4
Tính năng: Khoản 4 Điều 6: trình tự xét công nhận

  a) Ủy ban nhân dân cấp huyện lập hồ sơ đề nghị công nhận, trình Ủy ban nhân dân cấp tỉnh. b) Trong
  thời hạn 30 ngày làm việc, kể từ ngày nhận được hồ sơ hợp lệ, Ủy ban nhân dân cấp tỉnh thành lập Hội
  đồng xét duyệt, ra quyết định và cấp bằng công nhận. Từ ngày 01/07/2025 không còn cấp huyện.

  Quy tắc: Điểm a: cấp huyện lập hồ sơ đến hết ngày 30/06/2025, từ ngày 01/07/2025 là cấp xã

    @nd-52-2018/dieu-6/khoan-4/diem-a @ranh-gioi
    Khung kịch bản: Đề nghị công nhận ngày <ngày>, Ủy ban nhân dân <cấp> lập hồ sơ
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày <ngày>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì việc lập hồ sơ đề nghị do Ủy ban nhân dân <cấp> thực hiện theo điểm a khoản 4 Điều 6 Nghị định số 52/2018/NĐ-CP

      Dữ liệu:
        | ngày       | cấp       |
        | 01/06/2018 | cấp huyện |
        | 30/06/2025 | cấp huyện |
        | 01/07/2025 | cấp xã    |

    @nd-52-2018/dieu-6/khoan-4/diem-a
    Kịch bản: Cấp huyện lập hồ sơ là theo chữ của Nghị định
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 01/03/2024
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì thẩm quyền lập hồ sơ đề nghị không phải là suy luận

    @nd-52-2018/dieu-6/khoan-4/diem-a
    Kịch bản: Cấp xã lập hồ sơ là suy luận khi không còn cấp huyện
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 01/03/2026
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì thẩm quyền lập hồ sơ đề nghị được ghi rõ là suy luận, có lý do

  Quy tắc: Điểm b: Ủy ban nhân dân cấp tỉnh ra quyết định trong 30 ngày làm việc

    @nd-52-2018/dieu-6/khoan-4/diem-b
    Khung kịch bản: Đề nghị công nhận ngày <ngày>, Ủy ban nhân dân cấp tỉnh ra quyết định
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày <ngày>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì việc ra quyết định công nhận do Ủy ban nhân dân cấp tỉnh thực hiện theo điểm b khoản 4 Điều 6 Nghị định số 52/2018/NĐ-CP
      Và kết quả không nêu việc tổng hợp danh sách không còn đạt tiêu chí
      Và kết quả không nêu việc xem xét, thu hồi bằng công nhận

      Dữ liệu:
        | ngày       |
        | 01/03/2024 |
        | 01/03/2026 |

    @nd-52-2018/dieu-6/khoan-4/diem-b @ranh-gioi
    Kịch bản: Hồ sơ hợp lệ nhận ngày 01/08/2022
      Ngày làm việc thứ 22 là 31/08/2022; nghỉ Quốc khánh ngày 01 và 02/09/2022; ngày làm việc thứ 30 là 14/09/2022.
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 29/07/2022
      Và hồ sơ hợp lệ được nhận ngày 01/08/2022
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hạn ra quyết định là ngày 14/09/2022
      Và thời hạn ra quyết định là 30 ngày làm việc theo điểm b khoản 4 Điều 6 Nghị định số 52/2018/NĐ-CP

    @nd-52-2018/dieu-6/khoan-4/diem-b
    Kịch bản: Chưa biết ngày nhận hồ sơ hợp lệ
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 29/07/2022
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì chưa xác định được hạn ra quyết định
