# language: vi
@nd-52-2018/dieu-6/khoan-6
Tính năng: Khoản 6 Điều 6: cơ quan tổng hợp danh sách và cơ quan thu hồi

  Ủy ban nhân dân cấp huyện tổng hợp danh sách, gửi Ủy ban nhân dân cấp tỉnh để xem xét, thu hồi bằng
  công nhận. Từ ngày 01/07/2025 không còn cấp huyện.

  Quy tắc: Cấp huyện tổng hợp danh sách đến hết ngày 30/06/2025, từ ngày 01/07/2025 là cấp xã

    @nd-52-2018/dieu-6/khoan-6 @ranh-gioi
    Khung kịch bản: Rà soát ngày <ngày>, Ủy ban nhân dân <cấp> tổng hợp danh sách
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày <ngày>
      Và làng đã được công nhận làng nghề ngày 15/10/2008
      Khi rà soát danh hiệu vào ngày <ngày>
      Thì việc tổng hợp danh sách không còn đạt tiêu chí do Ủy ban nhân dân <cấp> thực hiện theo khoản 6 Điều 6 Nghị định số 52/2018/NĐ-CP

      Dữ liệu:
        | ngày       | cấp       |
        | 01/06/2018 | cấp huyện |
        | 30/06/2025 | cấp huyện |
        | 01/07/2025 | cấp xã    |

  Quy tắc: Ủy ban nhân dân cấp tỉnh xem xét, thu hồi

    @nd-52-2018/dieu-6/khoan-6
    Khung kịch bản: Rà soát ngày <ngày>, Ủy ban nhân dân cấp tỉnh thu hồi
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày <ngày>
      Và làng đã được công nhận làng nghề ngày 12/08/2022
      Khi rà soát danh hiệu vào ngày <ngày>
      Thì việc xem xét, thu hồi bằng công nhận do Ủy ban nhân dân cấp tỉnh thực hiện theo khoản 6 Điều 6 Nghị định số 52/2018/NĐ-CP
      Và kết quả không nêu việc lập hồ sơ đề nghị
      Và kết quả không nêu việc ra quyết định công nhận

      Dữ liệu:
        | ngày       |
        | 14/11/2024 |
        | 14/11/2025 |
