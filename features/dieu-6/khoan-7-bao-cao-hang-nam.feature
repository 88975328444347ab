# language: vi
@nd-52-2018/dieu-6/khoan-7
Tính năng: Khoản 7 Điều 6: báo cáo hằng năm trước ngày 30 tháng 11

  Ủy ban nhân dân cấp huyện báo cáo Ủy ban nhân dân cấp tỉnh việc quản lý bằng công nhận và tình hình
  thực hiện các quy định về tiêu chí, một năm một lần trước ngày 30 tháng 11 hằng năm.

  Quy tắc: Trước ngày 30/11 nghĩa là chậm nhất ngày 29/11

    @nd-52-2018/dieu-6/khoan-7 @ranh-gioi
    Khung kịch bản: Rà soát ngày <ngày>, báo cáo kế tiếp trước ngày <trước ngày>
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày <ngày>
      Và làng đã được công nhận làng nghề ngày 12/08/2022
      Khi rà soát danh hiệu vào ngày <ngày>
      Thì báo cáo hằng năm phải nộp trước ngày <trước ngày>, chậm nhất là ngày <chậm nhất>
      Và báo cáo hằng năm theo khoản 7 Điều 6 Nghị định số 52/2018/NĐ-CP

      Dữ liệu:
        | ngày       | trước ngày | chậm nhất  |
        | 14/11/2024 | 30/11/2024 | 29/11/2024 |
        | 29/11/2024 | 30/11/2024 | 29/11/2024 |
        | 30/11/2024 | 30/11/2025 | 29/11/2025 |

  Quy tắc: Cấp huyện báo cáo đến hết ngày 30/06/2025, từ ngày 01/07/2025 là cấp xã

    @nd-52-2018/dieu-6/khoan-7 @ranh-gioi
    Khung kịch bản: Rà soát ngày <ngày>, Ủy ban nhân dân <cấp> báo cáo
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày <ngày>
      Và làng đã được công nhận làng nghề ngày 15/10/2008
      Khi rà soát danh hiệu vào ngày <ngày>
      Thì việc báo cáo về bằng công nhận do Ủy ban nhân dân <cấp> thực hiện theo khoản 7 Điều 6 Nghị định số 52/2018/NĐ-CP

      Dữ liệu:
        | ngày       | cấp       |
        | 01/06/2018 | cấp huyện |
        | 30/06/2025 | cấp huyện |
        | 01/07/2025 | cấp xã    |

    @nd-52-2018/dieu-6/khoan-7
    Khung kịch bản: Xét công nhận ngày <ngày> cũng nêu Ủy ban nhân dân <cấp> báo cáo
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày <ngày>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì việc báo cáo về bằng công nhận do Ủy ban nhân dân <cấp> thực hiện theo khoản 7 Điều 6 Nghị định số 52/2018/NĐ-CP

      Dữ liệu:
        | ngày       | cấp       |
        | 30/06/2025 | cấp huyện |
        | 01/07/2025 | cấp xã    |
