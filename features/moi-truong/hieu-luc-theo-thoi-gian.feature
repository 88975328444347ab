# language: vi
@nd-52-2018/dieu-5/khoan-3/diem-c
Tính năng: Pháp luật về bảo vệ môi trường được áp dụng theo ngày xét

  Điểm c khoản 3 Điều 5 dẫn chiếu đến quy định của pháp luật hiện hành: Luật năm 2014 từ ngày
  01/01/2015 đến hết ngày 31/12/2021, Luật năm 2020 từ ngày 01/01/2022.

  Quy tắc: Mỗi điều kiện căn cứ vào luật có hiệu lực vào ngày xét

    @nd-52-2018/dieu-5/khoan-3/diem-c @luat-55-2014/dieu-70/khoan-1 @luat-72-2020/dieu-56/khoan-1 @ranh-gioi
    Khung kịch bản: Điều kiện <điều kiện> xét ngày <ngày>
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày <ngày>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì điều kiện <điều kiện> đạt
      Và căn cứ là <căn cứ>
      Và tiêu chí bảo vệ môi trường đạt
      Và căn cứ là điểm c khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP

      Dữ liệu:
        | điều kiện                   | ngày       | căn cứ                                                        |
        | phương án bảo vệ môi trường | 01/06/2018 | điểm a khoản 1 Điều 70 Luật Bảo vệ môi trường số 55/2014/QH13 |
        | phương án bảo vệ môi trường | 31/12/2021 | điểm a khoản 1 Điều 70 Luật Bảo vệ môi trường số 55/2014/QH13 |
        | phương án bảo vệ môi trường | 01/01/2022 | khoản 1 Điều 56 Luật Bảo vệ môi trường số 72/2020/QH14        |
        | tổ chức tự quản             | 01/06/2018 | điểm c khoản 1 Điều 70 Luật Bảo vệ môi trường số 55/2014/QH13 |
        | tổ chức tự quản             | 31/12/2021 | điểm c khoản 1 Điều 70 Luật Bảo vệ môi trường số 55/2014/QH13 |
        | tổ chức tự quản             | 01/01/2022 | khoản 1 Điều 56 Luật Bảo vệ môi trường số 72/2020/QH14        |
        | nước thải                   | 01/06/2018 | điểm b khoản 1 Điều 70 Luật Bảo vệ môi trường số 55/2014/QH13 |
        | nước thải                   | 31/12/2021 | điểm b khoản 1 Điều 70 Luật Bảo vệ môi trường số 55/2014/QH13 |
        | nước thải                   | 01/01/2022 | khoản 1 Điều 56 Luật Bảo vệ môi trường số 72/2020/QH14        |
        | chất thải rắn               | 01/06/2018 | điểm b khoản 1 Điều 70 Luật Bảo vệ môi trường số 55/2014/QH13 |
        | chất thải rắn               | 31/12/2021 | điểm b khoản 1 Điều 70 Luật Bảo vệ môi trường số 55/2014/QH13 |
        | chất thải rắn               | 01/01/2022 | khoản 1 Điều 56 Luật Bảo vệ môi trường số 72/2020/QH14        |

  Quy tắc: Luật trước năm 2015 chưa được đưa vào, nên không kết luận

    @nd-52-2018/dieu-5/khoan-3/diem-c @ranh-gioi
    Khung kịch bản: Xét ngày <ngày>
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày <ngày>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí bảo vệ môi trường <kết luận>

      Dữ liệu:
        | ngày       | kết luận       |
        | 31/12/2014 | chưa đủ căn cứ |
        | 01/01/2015 | đạt            |

    @nd-52-2018/dieu-5/khoan-3/diem-c
    Kịch bản: Trước năm 2015, dù làng thiếu tổ chức tự quản cũng chưa đủ căn cứ để kết luận không đạt
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 31/12/2014
      Và làng không có tổ chức tự quản về bảo vệ môi trường
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí bảo vệ môi trường chưa đủ căn cứ
      Và căn cứ là điểm c khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và lý do nêu "pháp luật áp dụng vào ngày 31/12/2014"

  Quy tắc: Thẩm quyền phê duyệt phương án theo ngày phê duyệt

    Đến hết ngày 30/06/2025 là Ủy ban nhân dân cấp huyện; từ ngày 01/07/2025 là Ủy ban nhân dân
    cấp tỉnh. Phương án do cấp huyện phê duyệt đúng thẩm quyền trước đó vẫn có giá trị.

    Bối cảnh:
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 15/12/2025

    @nd-52-2018/dieu-5/khoan-3/diem-c @luat-72-2020/dieu-56/khoan-1 @ranh-gioi
    Khung kịch bản: Ủy ban nhân dân <cơ quan> phê duyệt ngày <ngày phê duyệt>
      Biết phương án bảo vệ môi trường làng nghề được Ủy ban nhân dân <cơ quan> phê duyệt ngày <ngày phê duyệt>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì điều kiện phương án bảo vệ môi trường <kết luận>
      Và căn cứ là khoản 1 Điều 56 Luật Bảo vệ môi trường số 72/2020/QH14
      Và tiêu chí bảo vệ môi trường <kết luận>

      Dữ liệu:
        | cơ quan   | ngày phê duyệt | kết luận       |
        | cấp huyện | 30/06/2025     | đạt            |
        | cấp huyện | 01/07/2025     | chưa đủ căn cứ |
        | cấp tỉnh  | 30/06/2025     | chưa đủ căn cứ |
        | cấp tỉnh  | 01/07/2025     | đạt            |
        | cấp xã    | 30/06/2025     | chưa đủ căn cứ |
        | cấp xã    | 01/07/2025     | chưa đủ căn cứ |
