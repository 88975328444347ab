# language: vi
@nd-52-2018/dieu-5/khoan-3/diem-c
Tính năng: Điểm c khoản 3 Điều 5: từng điều kiện môi trường, một mình nó, quyết định danh hiệu

  Mọi thứ khác giữ nguyên và đều đạt. Ngày 31/12/2021 là ngày cuối của Luật Bảo vệ môi trường năm 2014,
  ngày 14/11/2024 theo Luật năm 2020. Làng nghề khi xét công nhận có các kịch bản riêng theo từng luật.

  Quy tắc: Xét công nhận làng nghề truyền thống

    @nd-52-2018/dieu-5/khoan-3/diem-c
    Khung kịch bản: Xét làng nghề truyền thống ngày <ngày>, mọi điều kiện môi trường đều đạt
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề truyền thống vào ngày <ngày>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì kết quả xét công nhận là đủ điều kiện

      Dữ liệu:
        | ngày       |
        | 31/12/2021 |
        | 14/11/2024 |

    @nd-52-2018/dieu-5/khoan-3/diem-c
    Khung kịch bản: Xét làng nghề truyền thống ngày <ngày>, chỉ riêng <điều kiện> <kết luận>
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề truyền thống vào ngày <ngày>
      Và riêng tiêu chí <điều kiện> <kết luận>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì kết quả xét công nhận là <kết quả>
      Và tiêu chí bảo vệ môi trường <kết luận>
      Và các tiêu chí khác đều đạt

      Dữ liệu:
        | ngày       | điều kiện                   | kết luận       | kết quả            |
        | 31/12/2021 | phương án bảo vệ môi trường | không đạt      | không đủ điều kiện |
        | 31/12/2021 | phương án bảo vệ môi trường | chưa đủ căn cứ | chưa đủ căn cứ     |
        | 31/12/2021 | tổ chức tự quản             | không đạt      | không đủ điều kiện |
        | 31/12/2021 | tổ chức tự quản             | chưa đủ căn cứ | chưa đủ căn cứ     |
        | 31/12/2021 | nước thải                   | không đạt      | không đủ điều kiện |
        | 31/12/2021 | nước thải                   | chưa đủ căn cứ | chưa đủ căn cứ     |
        | 31/12/2021 | chất thải rắn               | không đạt      | không đủ điều kiện |
        | 31/12/2021 | chất thải rắn               | chưa đủ căn cứ | chưa đủ căn cứ     |
        | 14/11/2024 | phương án bảo vệ môi trường | không đạt      | không đủ điều kiện |
        | 14/11/2024 | phương án bảo vệ môi trường | chưa đủ căn cứ | chưa đủ căn cứ     |
        | 14/11/2024 | tổ chức tự quản             | không đạt      | không đủ điều kiện |
        | 14/11/2024 | tổ chức tự quản             | chưa đủ căn cứ | chưa đủ căn cứ     |
        | 14/11/2024 | nước thải                   | không đạt      | không đủ điều kiện |
        | 14/11/2024 | nước thải                   | chưa đủ căn cứ | chưa đủ căn cứ     |
        | 14/11/2024 | chất thải rắn               | không đạt      | không đủ điều kiện |
        | 14/11/2024 | chất thải rắn               | chưa đủ căn cứ | chưa đủ căn cứ     |

  Quy tắc: Rà soát làng nghề

    @nd-52-2018/dieu-5/khoan-3/diem-c
    Khung kịch bản: Rà soát làng nghề ngày <ngày>, mọi điều kiện môi trường đều đạt
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày <ngày>
      Và làng đã được công nhận làng nghề ngày 12/08/2019
      Khi rà soát danh hiệu vào ngày <ngày>
      Thì kết quả rà soát là giữ bằng công nhận

      Dữ liệu:
        | ngày       |
        | 31/12/2021 |
        | 14/11/2024 |

    @nd-52-2018/dieu-5/khoan-3/diem-c
    Khung kịch bản: Rà soát làng nghề ngày <ngày>, chỉ riêng <điều kiện> <kết luận>
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày <ngày>
      Và làng đã được công nhận làng nghề ngày 12/08/2019
      Và riêng tiêu chí <điều kiện> <kết luận>
      Khi rà soát danh hiệu vào ngày <ngày>
      Thì kết quả rà soát là <kết quả>
      Và tiêu chí bảo vệ môi trường <kết luận>
      Và các tiêu chí khác đều đạt

      Dữ liệu:
        | ngày       | điều kiện                   | kết luận       | kết quả                        |
        | 31/12/2021 | phương án bảo vệ môi trường | không đạt      | đề nghị thu hồi bằng công nhận |
        | 31/12/2021 | phương án bảo vệ môi trường | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | 31/12/2021 | tổ chức tự quản             | không đạt      | đề nghị thu hồi bằng công nhận |
        | 31/12/2021 | tổ chức tự quản             | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | 31/12/2021 | nước thải                   | không đạt      | đề nghị thu hồi bằng công nhận |
        | 31/12/2021 | nước thải                   | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | 31/12/2021 | chất thải rắn               | không đạt      | đề nghị thu hồi bằng công nhận |
        | 31/12/2021 | chất thải rắn               | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | 14/11/2024 | phương án bảo vệ môi trường | không đạt      | đề nghị thu hồi bằng công nhận |
        | 14/11/2024 | phương án bảo vệ môi trường | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | 14/11/2024 | tổ chức tự quản             | không đạt      | đề nghị thu hồi bằng công nhận |
        | 14/11/2024 | tổ chức tự quản             | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | 14/11/2024 | nước thải                   | không đạt      | đề nghị thu hồi bằng công nhận |
        | 14/11/2024 | nước thải                   | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | 14/11/2024 | chất thải rắn               | không đạt      | đề nghị thu hồi bằng công nhận |
        | 14/11/2024 | chất thải rắn               | chưa đủ căn cứ | chưa đủ căn cứ                 |

  Quy tắc: Rà soát làng nghề truyền thống

    @nd-52-2018/dieu-5/khoan-3/diem-c
    Khung kịch bản: Rà soát làng nghề truyền thống ngày <ngày>, mọi điều kiện môi trường đều đạt
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề truyền thống vào ngày <ngày>
      Và làng đã được công nhận làng nghề truyền thống ngày 12/08/2019
      Khi rà soát danh hiệu vào ngày <ngày>
      Thì kết quả rà soát là giữ bằng công nhận

      Dữ liệu:
        | ngày       |
        | 31/12/2021 |
        | 14/11/2024 |

    @nd-52-2018/dieu-5/khoan-3/diem-c
    Khung kịch bản: Rà soát làng nghề truyền thống ngày <ngày>, chỉ riêng <điều kiện> <kết luận>
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề truyền thống vào ngày <ngày>
      Và làng đã được công nhận làng nghề truyền thống ngày 12/08/2019
      Và riêng tiêu chí <điều kiện> <kết luận>
      Khi rà soát danh hiệu vào ngày <ngày>
      Thì kết quả rà soát là <kết quả>
      Và tiêu chí bảo vệ môi trường <kết luận>
      Và các tiêu chí khác đều đạt

      Dữ liệu:
        | ngày       | điều kiện                   | kết luận       | kết quả                        |
        | 31/12/2021 | phương án bảo vệ môi trường | không đạt      | đề nghị thu hồi bằng công nhận |
        | 31/12/2021 | phương án bảo vệ môi trường | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | 31/12/2021 | tổ chức tự quản             | không đạt      | đề nghị thu hồi bằng công nhận |
        | 31/12/2021 | tổ chức tự quản             | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | 31/12/2021 | nước thải                   | không đạt      | đề nghị thu hồi bằng công nhận |
        | 31/12/2021 | nước thải                   | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | 31/12/2021 | chất thải rắn               | không đạt      | đề nghị thu hồi bằng công nhận |
        | 31/12/2021 | chất thải rắn               | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | 14/11/2024 | phương án bảo vệ môi trường | không đạt      | đề nghị thu hồi bằng công nhận |
        | 14/11/2024 | phương án bảo vệ môi trường | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | 14/11/2024 | tổ chức tự quản             | không đạt      | đề nghị thu hồi bằng công nhận |
        | 14/11/2024 | tổ chức tự quản             | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | 14/11/2024 | nước thải                   | không đạt      | đề nghị thu hồi bằng công nhận |
        | 14/11/2024 | nước thải                   | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | 14/11/2024 | chất thải rắn               | không đạt      | đề nghị thu hồi bằng công nhận |
        | 14/11/2024 | chất thải rắn               | chưa đủ căn cứ | chưa đủ căn cứ                 |
