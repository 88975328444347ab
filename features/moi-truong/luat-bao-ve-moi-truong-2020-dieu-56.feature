# language: vi
@nd-52-2018/dieu-5/khoan-3/diem-c @luat-72-2020/dieu-56/khoan-1
Tính năng: Khoản 1 Điều 56 Luật Bảo vệ môi trường năm 2020: điều kiện bảo vệ môi trường làng nghề

  Làng nghề phải có phương án bảo vệ môi trường, có tổ chức tự quản về bảo vệ môi trường và
  hạ tầng bảo vệ môi trường. Áp dụng khi xét từ ngày 01/01/2022.

  Bối cảnh:
    Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 01/03/2024

  Quy tắc: Có phương án bảo vệ môi trường làng nghề

    @nd-52-2018/dieu-5/khoan-3/diem-c @luat-72-2020/dieu-56/khoan-1
    Kịch bản: Phương án được cơ quan có thẩm quyền phê duyệt
      Biết phương án bảo vệ môi trường làng nghề được Ủy ban nhân dân cấp huyện phê duyệt ngày 04/05/2021
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì điều kiện phương án bảo vệ môi trường đạt
      Và căn cứ là khoản 1 Điều 56 Luật Bảo vệ môi trường số 72/2020/QH14
      Và tiêu chí bảo vệ môi trường đạt

    @nd-52-2018/dieu-5/khoan-3/diem-c @luat-72-2020/dieu-56/khoan-1
    Kịch bản: Làng không có phương án
      Biết làng không có phương án bảo vệ môi trường
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì điều kiện phương án bảo vệ môi trường không đạt
      Và căn cứ là khoản 1 Điều 56 Luật Bảo vệ môi trường số 72/2020/QH14
      Và các tiêu chí khác đều đạt
      Và tiêu chí bảo vệ môi trường không đạt

    @nd-52-2018/dieu-5/khoan-3/diem-c @luat-72-2020/dieu-56/khoan-1
    Kịch bản: Chưa rõ làng có phương án hay không
      Biết chưa rõ làng có phương án bảo vệ môi trường hay không
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì điều kiện phương án bảo vệ môi trường chưa đủ căn cứ
      Và căn cứ là khoản 1 Điều 56 Luật Bảo vệ môi trường số 72/2020/QH14
      Và các tiêu chí khác đều đạt
      Và tiêu chí bảo vệ môi trường chưa đủ căn cứ

    @nd-52-2018/dieu-5/khoan-3/diem-c @luat-72-2020/dieu-56/khoan-1 @ranh-gioi
    Khung kịch bản: Phương án được phê duyệt ngày <ngày>, xét ngày 01/03/2024
      Biết phương án bảo vệ môi trường làng nghề được Ủy ban nhân dân cấp huyện phê duyệt ngày <ngày>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì điều kiện phương án bảo vệ môi trường <kết luận>

      Dữ liệu:
        | ngày       | kết luận  |
        | 01/03/2024 | đạt       |
        | 02/03/2024 | không đạt |

    @nd-52-2018/dieu-5/khoan-3/diem-c @luat-72-2020/dieu-56/khoan-1
    Khung kịch bản: Cơ quan phê duyệt là Ủy ban nhân dân <cơ quan>
      Phương án do cơ quan khác phê duyệt thì để Hội đồng xem xét, không coi là đạt hay không đạt.
      Biết phương án bảo vệ môi trường làng nghề được Ủy ban nhân dân <cơ quan> phê duyệt ngày 04/05/2021
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì điều kiện phương án bảo vệ môi trường <kết luận>

      Dữ liệu:
        | cơ quan   | kết luận       |
        | cấp huyện | đạt            |
        | cấp tỉnh  | chưa đủ căn cứ |
        | cấp xã    | chưa đủ căn cứ |

    @nd-52-2018/dieu-5/khoan-3/diem-c @luat-72-2020/dieu-56/khoan-1
    Kịch bản: Chưa rõ cơ quan phê duyệt
      Biết phương án bảo vệ môi trường làng nghề được phê duyệt ngày 04/05/2021, chưa rõ cơ quan phê duyệt
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì điều kiện phương án bảo vệ môi trường chưa đủ căn cứ

    @nd-52-2018/dieu-5/khoan-3/diem-c @luat-72-2020/dieu-56/khoan-1
    Kịch bản: Chưa rõ ngày phê duyệt
      Biết phương án bảo vệ môi trường làng nghề được Ủy ban nhân dân cấp huyện phê duyệt, chưa rõ ngày phê duyệt
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì điều kiện phương án bảo vệ môi trường chưa đủ căn cứ

    @nd-52-2018/dieu-5/khoan-3/diem-c @luat-72-2020/dieu-56/khoan-1
    Kịch bản: Phê duyệt sau ngày xét thì không đạt, dù chưa rõ cơ quan phê duyệt
      Biết phương án bảo vệ môi trường làng nghề được phê duyệt ngày 02/03/2024, chưa rõ cơ quan phê duyệt
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì điều kiện phương án bảo vệ môi trường không đạt

  Quy tắc: Có tổ chức tự quản về bảo vệ môi trường

    @nd-52-2018/dieu-5/khoan-3/diem-c @luat-72-2020/dieu-56/khoan-1
    Khung kịch bản: Tổ chức tự quản: <tình trạng>
      Biết <tình trạng> tổ chức tự quản về bảo vệ môi trường
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì điều kiện tổ chức tự quản <kết luận>
      Và căn cứ là khoản 1 Điều 56 Luật Bảo vệ môi trường số 72/2020/QH14
      Và các tiêu chí khác đều đạt
      Và tiêu chí bảo vệ môi trường <kết luận>

      Dữ liệu:
        | tình trạng      | kết luận       |
        | làng có         | đạt            |
        | làng không có   | không đạt      |
        | chưa rõ làng có | chưa đủ căn cứ |

  Quy tắc: Có hệ thống thu gom nước thải, nước mưa; xử lý nước thải tập trung (nếu có) đáp ứng yêu cầu

    @nd-52-2018/dieu-5/khoan-3/diem-c @luat-72-2020/dieu-56/khoan-1
    Khung kịch bản: Thu gom nước thải, nước mưa: <tình trạng>
      Biết <tình trạng> hệ thống thu gom nước thải, nước mưa
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì điều kiện nước thải <kết luận>
      Và căn cứ là khoản 1 Điều 56 Luật Bảo vệ môi trường số 72/2020/QH14
      Và các tiêu chí khác đều đạt
      Và tiêu chí bảo vệ môi trường <kết luận>

      Dữ liệu:
        | tình trạng      | kết luận       |
        | làng có         | đạt            |
        | làng không có   | không đạt      |
        | chưa rõ làng có | chưa đủ căn cứ |

    @nd-52-2018/dieu-5/khoan-3/diem-c @luat-72-2020/dieu-56/khoan-1
    Khung kịch bản: Xử lý nước thải tập trung, nếu có, phải đáp ứng yêu cầu: <thu gom> hệ thống thu gom, <xử lý>
      Biết <thu gom> hệ thống thu gom nước thải, nước mưa
      Và <xử lý>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì điều kiện nước thải <kết luận>

      Dữ liệu:
        | thu gom         | xử lý                                                             | kết luận       |
        | làng có         | làng không có hệ thống xử lý nước thải tập trung                  | đạt            |
        | làng có         | hệ thống xử lý nước thải tập trung của làng đáp ứng yêu cầu       | đạt            |
        | làng có         | hệ thống xử lý nước thải tập trung của làng không đáp ứng yêu cầu | không đạt      |
        | làng có         | chưa rõ làng có hệ thống xử lý nước thải tập trung hay không      | chưa đủ căn cứ |
        | làng không có   | làng không có hệ thống xử lý nước thải tập trung                  | không đạt      |
        | làng không có   | hệ thống xử lý nước thải tập trung của làng đáp ứng yêu cầu       | không đạt      |
        | làng không có   | hệ thống xử lý nước thải tập trung của làng không đáp ứng yêu cầu | không đạt      |
        | làng không có   | chưa rõ làng có hệ thống xử lý nước thải tập trung hay không      | không đạt      |
        | chưa rõ làng có | làng không có hệ thống xử lý nước thải tập trung                  | chưa đủ căn cứ |
        | chưa rõ làng có | hệ thống xử lý nước thải tập trung của làng đáp ứng yêu cầu       | chưa đủ căn cứ |
        | chưa rõ làng có | hệ thống xử lý nước thải tập trung của làng không đáp ứng yêu cầu | không đạt      |
        | chưa rõ làng có | chưa rõ làng có hệ thống xử lý nước thải tập trung hay không      | chưa đủ căn cứ |

  Quy tắc: Có điểm tập kết chất thải rắn, và có khu xử lý bảo đảm quy định hoặc phương án vận chuyển ra ngoài địa bàn

    @nd-52-2018/dieu-5/khoan-3/diem-c @luat-72-2020/dieu-56/khoan-1
    Khung kịch bản: Điểm tập kết chất thải rắn: <tình trạng>
      Biết <tình trạng> điểm tập kết chất thải rắn đáp ứng yêu cầu kỹ thuật
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì điều kiện chất thải rắn <kết luận>
      Và căn cứ là khoản 1 Điều 56 Luật Bảo vệ môi trường số 72/2020/QH14
      Và các tiêu chí khác đều đạt
      Và tiêu chí bảo vệ môi trường <kết luận>

      Dữ liệu:
        | tình trạng      | kết luận       |
        | làng có         | đạt            |
        | làng không có   | không đạt      |
        | chưa rõ làng có | chưa đủ căn cứ |

    @nd-52-2018/dieu-5/khoan-3/diem-c @luat-72-2020/dieu-56/khoan-1
    Khung kịch bản: Chất thải rắn: <tập kết> điểm tập kết, <khu xử lý>, <vận chuyển> phương án vận chuyển
      Biết <tập kết> điểm tập kết chất thải rắn đáp ứng yêu cầu kỹ thuật
      Và <khu xử lý>
      Và <vận chuyển> phương án vận chuyển chất thải rắn ra ngoài địa bàn
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì điều kiện chất thải rắn <kết luận>

      Dữ liệu:
        | tập kết         | khu xử lý                                               | vận chuyển      | kết luận       |
        | làng có         | khu xử lý chất thải rắn của làng bảo đảm quy định       | làng có         | đạt            |
        | làng có         | khu xử lý chất thải rắn của làng bảo đảm quy định       | làng không có   | đạt            |
        | làng có         | khu xử lý chất thải rắn của làng bảo đảm quy định       | chưa rõ làng có | đạt            |
        | làng có         | làng không có khu xử lý chất thải rắn                   | làng có         | đạt            |
        | làng có         | làng không có khu xử lý chất thải rắn                   | làng không có   | không đạt      |
        | làng có         | làng không có khu xử lý chất thải rắn                   | chưa rõ làng có | chưa đủ căn cứ |
        | làng có         | khu xử lý chất thải rắn của làng không bảo đảm quy định | làng có         | đạt            |
        | làng có         | khu xử lý chất thải rắn của làng không bảo đảm quy định | làng không có   | không đạt      |
        | làng có         | khu xử lý chất thải rắn của làng không bảo đảm quy định | chưa rõ làng có | chưa đủ căn cứ |
        | làng có         | chưa rõ làng có khu xử lý chất thải rắn hay không       | làng có         | đạt            |
        | làng có         | chưa rõ làng có khu xử lý chất thải rắn hay không       | làng không có   | chưa đủ căn cứ |
        | làng có         | chưa rõ làng có khu xử lý chất thải rắn hay không       | chưa rõ làng có | chưa đủ căn cứ |
        | làng không có   | khu xử lý chất thải rắn của làng bảo đảm quy định       | làng có         | không đạt      |
        | làng không có   | làng không có khu xử lý chất thải rắn                   | làng không có   | không đạt      |
        | làng không có   | chưa rõ làng có khu xử lý chất thải rắn hay không       | chưa rõ làng có | không đạt      |
        | chưa rõ làng có | khu xử lý chất thải rắn của làng bảo đảm quy định       | làng không có   | chưa đủ căn cứ |
        | chưa rõ làng có | làng không có khu xử lý chất thải rắn                   | làng có         | chưa đủ căn cứ |
        | chưa rõ làng có | làng không có khu xử lý chất thải rắn                   | làng không có   | không đạt      |
        | chưa rõ làng có | khu xử lý chất thải rắn của làng không bảo đảm quy định | làng không có   | không đạt      |
        | chưa rõ làng có | chưa rõ làng có khu xử lý chất thải rắn hay không       | chưa rõ làng có | chưa đủ căn cứ |

  Quy tắc: Phải đáp ứng mọi điều kiện

    @nd-52-2018/dieu-5/khoan-3/diem-c @luat-72-2020/dieu-56/khoan-1
    Kịch bản: Đáp ứng cả bốn điều kiện
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí bảo vệ môi trường đạt
      Và căn cứ là điểm c khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và các tiêu chí khác đều đạt

    @nd-52-2018/dieu-5/khoan-3/diem-c @luat-72-2020/dieu-56/khoan-1
    Kịch bản: Một điều kiện không đạt thì tiêu chí không đạt, dù điều kiện khác chưa đủ căn cứ
      Biết làng không có tổ chức tự quản về bảo vệ môi trường
      Và chưa rõ làng có hệ thống thu gom nước thải, nước mưa
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì điều kiện tổ chức tự quản không đạt
      Và điều kiện nước thải chưa đủ căn cứ
      Và tiêu chí bảo vệ môi trường không đạt
