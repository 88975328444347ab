# language: vi
@nd-52-2018/dieu-5/khoan-3
Tính năng: Khoản 3 Điều 5: tiêu chí công nhận làng nghề

  Làng nghề được công nhận phải đạt cả 03 tiêu chí sau:
  a) Có tối thiểu 20% tổng số hộ trên địa bàn tham gia một trong các hoạt động hoặc các
  hoạt động ngành nghề nông thôn quy định tại Điều 4 Nghị định này;
  b) Hoạt động sản xuất kinh doanh ổn định tối thiểu 02 năm liên tục tính đến thời điểm
  đề nghị công nhận;
  c) Đáp ứng các điều kiện bảo vệ môi trường làng nghề theo quy định của pháp luật hiện hành.

  Bối cảnh:
    Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 01/03/2024

  Quy tắc: Điểm a: tối thiểu 20 % tổng số hộ trên địa bàn

    @nd-52-2018/dieu-5/khoan-3/diem-a
    Kịch bản: Quá nửa số hộ tham gia
      Biết làng có 596 hộ, trong đó 323 hộ tham gia hoạt động ngành nghề nông thôn
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia đạt
      Và căn cứ là điểm a khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và lý do nêu "323/596 hộ"
      Và lý do nêu "54,19 %"
      Và kết quả xét công nhận là đủ điều kiện

    @nd-52-2018/dieu-5/khoan-3/diem-a
    Kịch bản: Chỉ còn 2 trên 970 hộ tham gia
      Biết làng có 970 hộ, trong đó 2 hộ tham gia hoạt động ngành nghề nông thôn
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia không đạt
      Và căn cứ là điểm a khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và lý do nêu "2/970 hộ"
      Và kết quả xét công nhận là không đủ điều kiện

    @nd-52-2018/dieu-5/khoan-3/diem-a
    Kịch bản: Chưa biết tổng số hộ và số hộ tham gia
      Biết hồ sơ chưa nêu tổng số hộ và số hộ tham gia
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia chưa đủ căn cứ
      Và căn cứ là điểm a khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là chưa đủ căn cứ

    @nd-52-2018/dieu-5/khoan-3/diem-a @ranh-gioi
    Kịch bản: Đúng 20 % là đạt
      Biết làng có 480 hộ, trong đó 96 hộ tham gia hoạt động ngành nghề nông thôn
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia đạt
      Và lý do nêu "96/480 hộ"
      Và lý do nêu "20,00 %"
      Và kết quả xét công nhận là đủ điều kiện

    @nd-52-2018/dieu-5/khoan-3/diem-a @ranh-gioi
    Kịch bản: Ít hơn một hộ là không đạt
      Biết làng có 480 hộ, trong đó 95 hộ tham gia hoạt động ngành nghề nông thôn
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia không đạt
      Và lý do nêu "95/480 hộ"
      Và lý do nêu "19,79 %"
      Và kết quả xét công nhận là không đủ điều kiện

    @nd-52-2018/dieu-5/khoan-3/diem-a @ranh-gioi
    Khung kịch bản: Làng có <tổng số hộ> hộ, <số hộ tham gia> hộ tham gia
      Biết làng có <tổng số hộ> hộ, trong đó <số hộ tham gia> hộ tham gia hoạt động ngành nghề nông thôn
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia <kết luận>

      Dữ liệu:
        | tổng số hộ | số hộ tham gia | kết luận  |
        | 970        | 194            | đạt       |
        | 970        | 193            | không đạt |
        | 481        | 97             | đạt       |
        | 481        | 96             | không đạt |
        | 5          | 1              | đạt       |
        | 6          | 1              | không đạt |
        | 480        | 0              | không đạt |
        | 480        | 480            | đạt       |

    @nd-52-2018/dieu-5/khoan-3/diem-a @ranh-gioi
    Kịch bản: Tỷ lệ không được làm tròn lên thành 20 %
      Biết làng có 4.001 hộ, trong đó 800 hộ tham gia hoạt động ngành nghề nông thôn
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia không đạt

    @nd-52-2018/dieu-5/khoan-3/diem-a
    Kịch bản: Ngưỡng 30 % trước đây không còn áp dụng
      Biết làng có 600 hộ, trong đó 150 hộ tham gia hoạt động ngành nghề nông thôn
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia đạt
      Và lý do nêu "150/600 hộ"
      Và lý do nêu "25,00 %"
      Và kết quả xét công nhận là đủ điều kiện

    @nd-52-2018/dieu-5/khoan-3/diem-a
    Kịch bản: Các hộ làm nhiều nghề khác nhau được cộng lại
      Không nghề nào riêng một mình đạt 20 % tổng số hộ.
      Biết làng có 500 hộ, mỗi hộ chỉ làm một nghề trong các nghề sau:
        | nghề        | khoản của Điều 4 | số hộ |
        | Mộc         | 4                | 40    |
        | Thêu ren    | 4                | 35    |
        | Chế biến cá | 1                | 25    |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia đạt
      Và lý do nêu "100/500 hộ"
      Và lý do nêu "20,00 %"

    @nd-52-2018/dieu-5/khoan-3/diem-a
    Kịch bản: Các hộ làm nhiều nghề cộng lại vẫn chưa đủ
      Biết làng có 500 hộ, mỗi hộ chỉ làm một nghề trong các nghề sau:
        | nghề        | khoản của Điều 4 | số hộ |
        | Mộc         | 4                | 40    |
        | Thêu ren    | 4                | 35    |
        | Chế biến cá | 1                | 24    |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia không đạt
      Và lý do nêu "99/500 hộ"

    @nd-52-2018/dieu-5/khoan-3/diem-a
    Kịch bản: Tỷ lệ người làm nghề không thay được tỷ lệ hộ
      Biết hồ sơ chỉ nêu 800 trong 2.000 nhân khẩu của làng làm nghề, không nêu số hộ
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia chưa đủ căn cứ
      Và kết quả xét công nhận là chưa đủ căn cứ

    @nd-52-2018/dieu-5/khoan-3/diem-a
    Khung kịch bản: Số hộ chỉ biết trong khoảng: <số hộ tham gia> trên <tổng số hộ> hộ
      Làng chỉ đạt khi mọi số có thể có đều đạt 20 %, chỉ không đạt khi không số nào đạt 20 %.
      Biết làng có <tổng số hộ> hộ, trong đó <số hộ tham gia> hộ tham gia hoạt động ngành nghề nông thôn
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia <kết luận>

      Dữ liệu:
        | tổng số hộ     | số hộ tham gia | kết luận       |
        | 596            | hơn 300        | đạt            |
        | 1.505          | hơn 300        | đạt            |
        | 1.506          | hơn 300        | chưa đủ căn cứ |
        | 1.500          | ít nhất 300    | đạt            |
        | 1.501          | ít nhất 300    | chưa đủ căn cứ |
        | 1.496          | gần 300        | không đạt      |
        | 1.495          | gần 300        | chưa đủ căn cứ |
        | 1.501          | không quá 300  | không đạt      |
        | 1.500          | không quá 300  | chưa đủ căn cứ |
        | 480            | từ 96 đến 100  | đạt            |
        | 480            | từ 95 đến 100  | chưa đủ căn cứ |
        | 480            | từ 80 đến 96   | chưa đủ căn cứ |
        | 480            | từ 80 đến 95   | không đạt      |
        | hơn 480        | 96             | không đạt      |
        | ít nhất 480    | 96             | chưa đủ căn cứ |
        | không quá 480  | 96             | đạt            |
        | không quá 481  | 96             | chưa đủ căn cứ |
        | dưới 481       | 96             | đạt            |
        | từ 470 đến 480 | 96             | đạt            |
        | từ 470 đến 490 | 96             | chưa đủ căn cứ |
        | từ 481 đến 490 | 96             | không đạt      |
        | hơn 1.000      | hơn 300        | chưa đủ căn cứ |
        | không quá 500  | ít nhất 100    | đạt            |
        | hơn 500        | không quá 100  | không đạt      |

    @nd-52-2018/dieu-5/khoan-3/diem-a
    Kịch bản: Biết số hộ tham gia nhưng chưa biết tổng số hộ
      Biết làng có 96 hộ tham gia hoạt động ngành nghề nông thôn
      Nhưng hồ sơ chưa nêu tổng số hộ
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia chưa đủ căn cứ
      Và kết quả xét công nhận là chưa đủ căn cứ

    @nd-52-2018/dieu-5/khoan-3/diem-a
    Kịch bản: Biết tổng số hộ nhưng chưa biết số hộ tham gia
      Biết hồ sơ chưa nêu số hộ tham gia
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia chưa đủ căn cứ
      Và kết quả xét công nhận là chưa đủ căn cứ

    @nd-52-2018/dieu-5/khoan-3/diem-a
    Kịch bản: Không còn hộ nào tham gia thì không đạt, dù chưa biết tổng số hộ
      Biết không còn hộ nào tham gia hoạt động ngành nghề nông thôn
      Và hồ sơ chưa nêu tổng số hộ
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia không đạt
      Và kết quả xét công nhận là không đủ điều kiện

  Quy tắc: Điểm b: sản xuất, kinh doanh ổn định tối thiểu 02 năm liên tục

    @nd-52-2018/dieu-5/khoan-3/diem-b
    Kịch bản: Sản xuất ổn định từ nhiều năm
      Biết làng sản xuất, kinh doanh ổn định liên tục từ năm 2015
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí sản xuất, kinh doanh ổn định đạt
      Và căn cứ là điểm b khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là đủ điều kiện

    @nd-52-2018/dieu-5/khoan-3/diem-b
    Kịch bản: Mới sản xuất ổn định được ít tháng
      Biết làng sản xuất, kinh doanh ổn định liên tục từ tháng 10/2023
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí sản xuất, kinh doanh ổn định không đạt
      Và căn cứ là điểm b khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là không đủ điều kiện

    @nd-52-2018/dieu-5/khoan-3/diem-b
    Kịch bản: Chưa biết làng sản xuất ổn định từ khi nào
      Biết hồ sơ chưa nêu thời điểm bắt đầu sản xuất, kinh doanh ổn định
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí sản xuất, kinh doanh ổn định chưa đủ căn cứ
      Và căn cứ là điểm b khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là chưa đủ căn cứ

    @nd-52-2018/dieu-5/khoan-3/diem-b @ranh-gioi
    Kịch bản: Đúng 02 năm tính đến ngày đề nghị là đạt
      Biết làng sản xuất, kinh doanh ổn định liên tục từ ngày 01/03/2022
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí sản xuất, kinh doanh ổn định đạt
      Và kết quả xét công nhận là đủ điều kiện

    @nd-52-2018/dieu-5/khoan-3/diem-b @ranh-gioi
    Kịch bản: Thiếu một ngày mới đủ 02 năm là không đạt
      Biết làng sản xuất, kinh doanh ổn định liên tục từ ngày 02/03/2022
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí sản xuất, kinh doanh ổn định không đạt
      Và kết quả xét công nhận là không đủ điều kiện

    @nd-52-2018/dieu-5/khoan-3/diem-b
    Kịch bản: Gián đoạn thì tính lại từ đầu
      Làng làm nghề từ năm 1990 nhưng có lúc ngừng; chỉ kể từ khi ổn định trở lại.
      Biết làng sản xuất, kinh doanh ổn định liên tục từ ngày 15/06/2022
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí sản xuất, kinh doanh ổn định không đạt

    @nd-52-2018/dieu-5/khoan-3/diem-b @ranh-gioi
    Khung kịch bản: Ổn định từ ngày 29/02/2020, xét ngày <ngày>
      Năm 2022 không có ngày 29 tháng 02, nên tròn 02 năm vào ngày 01/03/2022.
      Biết làng sản xuất, kinh doanh ổn định liên tục từ ngày 29/02/2020
      Và thời điểm đề nghị công nhận là ngày <ngày>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí sản xuất, kinh doanh ổn định <kết luận>

      Dữ liệu:
        | ngày       | kết luận  |
        | 28/02/2022 | không đạt |
        | 01/03/2022 | đạt       |

    @nd-52-2018/dieu-5/khoan-3/diem-b @ranh-gioi
    Khung kịch bản: Ổn định từ ngày 28/02/2022, xét ngày <ngày>
      Biết làng sản xuất, kinh doanh ổn định liên tục từ ngày 28/02/2022
      Và thời điểm đề nghị công nhận là ngày <ngày>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí sản xuất, kinh doanh ổn định <kết luận>

      Dữ liệu:
        | ngày       | kết luận  |
        | 27/02/2024 | không đạt |
        | 28/02/2024 | đạt       |
        | 29/02/2024 | đạt       |

    @nd-52-2018/dieu-5/khoan-3/diem-b @ranh-gioi
    Khung kịch bản: Ổn định từ <thời điểm>, xét ngày <ngày>
      Biết làng sản xuất, kinh doanh ổn định liên tục từ <thời điểm>
      Và thời điểm đề nghị công nhận là ngày <ngày>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí sản xuất, kinh doanh ổn định <kết luận>

      Dữ liệu:
        | thời điểm              | ngày       | kết luận       |
        | năm 2022               | 31/12/2023 | không đạt      |
        | năm 2022               | 01/01/2024 | chưa đủ căn cứ |
        | năm 2022               | 30/12/2024 | chưa đủ căn cứ |
        | năm 2022               | 31/12/2024 | đạt            |
        | tháng 03/2022          | 29/02/2024 | không đạt      |
        | tháng 03/2022          | 30/03/2024 | chưa đủ căn cứ |
        | tháng 03/2022          | 31/03/2024 | đạt            |
        | những năm 1990         | 01/03/2024 | đạt            |
        | năm 2010 hoặc trước đó | 01/03/2024 | đạt            |

  Quy tắc: Điểm c: đáp ứng các điều kiện bảo vệ môi trường làng nghề

    Từng điều kiện của pháp luật về bảo vệ môi trường có kịch bản riêng trong thư mục về môi trường.

    @nd-52-2018/dieu-5/khoan-3/diem-c
    Kịch bản: Đáp ứng mọi điều kiện bảo vệ môi trường
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí bảo vệ môi trường đạt
      Và căn cứ là điểm c khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là đủ điều kiện

    @nd-52-2018/dieu-5/khoan-3/diem-c
    Kịch bản: Thiếu tổ chức tự quản về bảo vệ môi trường
      Biết làng không có tổ chức tự quản về bảo vệ môi trường
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí bảo vệ môi trường không đạt
      Và căn cứ là điểm c khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là không đủ điều kiện

    @nd-52-2018/dieu-5/khoan-3/diem-c
    Kịch bản: Chưa rõ có phương án bảo vệ môi trường hay không
      Biết chưa rõ làng có phương án bảo vệ môi trường hay không
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí bảo vệ môi trường chưa đủ căn cứ
      Và căn cứ là điểm c khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là chưa đủ căn cứ

    @nd-52-2018/dieu-5/khoan-3/diem-c @ranh-gioi
    Khung kịch bản: Phương án bảo vệ môi trường được phê duyệt ngày <ngày>
      Biết phương án bảo vệ môi trường làng nghề được Ủy ban nhân dân cấp huyện phê duyệt ngày <ngày>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí bảo vệ môi trường <kết luận>

      Dữ liệu:
        | ngày       | kết luận  |
        | 01/03/2024 | đạt       |
        | 02/03/2024 | không đạt |

  Quy tắc: Làng nghề phải đạt cả 03 tiêu chí

    @nd-52-2018/dieu-5/khoan-3
    Kịch bản: Làng đạt mọi tiêu chí thì đủ điều kiện
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia đạt
      Và các tiêu chí khác đều đạt
      Và kết quả xét công nhận là đủ điều kiện
      Và kiến nghị là công nhận

    @nd-52-2018/dieu-5/khoan-3
    Khung kịch bản: Chỉ riêng tiêu chí <tiêu chí> <kết luận>
      Biết riêng tiêu chí <tiêu chí> <kết luận>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí <tiêu chí> <kết luận>
      Và các tiêu chí khác đều đạt
      Và kết quả xét công nhận là <kết quả>

      Dữ liệu:
        | tiêu chí                       | kết luận       | kết quả            |
        | hoạt động ngành nghề nông thôn | không đạt      | không đủ điều kiện |
        | hoạt động ngành nghề nông thôn | chưa đủ căn cứ | chưa đủ căn cứ     |
        | tỷ lệ hộ tham gia              | không đạt      | không đủ điều kiện |
        | tỷ lệ hộ tham gia              | chưa đủ căn cứ | chưa đủ căn cứ     |
        | sản xuất, kinh doanh ổn định   | không đạt      | không đủ điều kiện |
        | sản xuất, kinh doanh ổn định   | chưa đủ căn cứ | chưa đủ căn cứ     |
        | bảo vệ môi trường              | không đạt      | không đủ điều kiện |
        | bảo vệ môi trường              | chưa đủ căn cứ | chưa đủ căn cứ     |

    @nd-52-2018/dieu-5/khoan-3
    Kịch bản: Một tiêu chí không đạt thì không đủ điều kiện, dù tiêu chí khác chưa đủ căn cứ
      Biết riêng tiêu chí tỷ lệ hộ tham gia không đạt
      Và riêng tiêu chí bảo vệ môi trường chưa đủ căn cứ
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia không đạt
      Và tiêu chí bảo vệ môi trường chưa đủ căn cứ
      Và kết quả xét công nhận là không đủ điều kiện

    @nd-52-2018/dieu-5/khoan-3
    Kịch bản: Hồ sơ chưa có thông tin nào về các tiêu chí
      Biết một hồ sơ đề nghị công nhận làng nghề ngày 01/03/2024 chưa nêu gì về các tiêu chí
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí hoạt động ngành nghề nông thôn chưa đủ căn cứ
      Và tiêu chí tỷ lệ hộ tham gia chưa đủ căn cứ
      Và tiêu chí sản xuất, kinh doanh ổn định chưa đủ căn cứ
      Và tiêu chí bảo vệ môi trường chưa đủ căn cứ
      Và kết quả xét công nhận là chưa đủ căn cứ

    @nd-52-2018/dieu-5/khoan-3
    Kịch bản: Công nhận làng nghề không xét tuổi của nghề, bản sắc văn hóa và nghệ nhân
      Biết làng có các nghề sau:
        | nghề         | xuất hiện tại địa phương từ | đang tiếp tục phát triển | mang bản sắc văn hóa dân tộc | gắn với tên tuổi của nghệ nhân | gắn với tên tuổi của làng nghề |
        | May gia công | năm 2015                    | có                       | không                        | không                          | không                          |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì kết quả xét công nhận là đủ điều kiện
