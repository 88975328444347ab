# language: vi
@nd-52-2018/dieu-5/khoan-2
Tính năng: Khoản 2 Điều 5: tiêu chí công nhận nghề truyền thống

  Nghề được công nhận là nghề truyền thống phải đạt cả 03 tiêu chí sau:
  a) Nghề đã xuất hiện tại địa phương từ trên 50 năm và hiện đang tiếp tục phát triển
  tính đến thời điểm đề nghị công nhận;
  b) Nghề tạo ra những sản phẩm mang bản sắc văn hóa dân tộc;
  c) Nghề gắn với tên tuổi của một hay nhiều nghệ nhân hoặc tên tuổi của làng nghề.

  Bối cảnh:
    Biết một nghề đáp ứng đầy đủ các tiêu chí nghề truyền thống vào ngày 01/03/2024

  Quy tắc: Điểm a: nghề đã xuất hiện tại địa phương từ trên 50 năm

    @nd-52-2018/dieu-5/khoan-2/diem-a
    Kịch bản: Nghề có từ thế kỷ XVI
      Biết nghề xuất hiện tại địa phương từ thế kỷ XVI
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí thời gian xuất hiện tại địa phương đạt
      Và căn cứ là điểm a khoản 2 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là đủ điều kiện

    @nd-52-2018/dieu-5/khoan-2/diem-a
    Kịch bản: Nghề mới có từ hai mươi năm nay
      Biết nghề xuất hiện tại địa phương từ năm 2004
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí thời gian xuất hiện tại địa phương không đạt
      Và căn cứ là điểm a khoản 2 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là không đủ điều kiện

    @nd-52-2018/dieu-5/khoan-2/diem-a
    Kịch bản: Chưa rõ nghề có từ khi nào
      Biết chưa rõ nghề xuất hiện tại địa phương từ khi nào
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí thời gian xuất hiện tại địa phương chưa đủ căn cứ
      Và căn cứ là điểm a khoản 2 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là chưa đủ căn cứ

    @nd-52-2018/dieu-5/khoan-2/diem-a @ranh-gioi
    Kịch bản: Đúng 50 năm tính đến ngày đề nghị chưa phải là trên 50 năm
      Biết nghề xuất hiện tại địa phương từ ngày 01/03/1974
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí thời gian xuất hiện tại địa phương không đạt
      Và lý do nêu "50 năm"

    @nd-52-2018/dieu-5/khoan-2/diem-a @ranh-gioi
    Kịch bản: Sớm hơn một ngày so với mốc tròn 50 năm là trên 50 năm
      Biết nghề xuất hiện tại địa phương từ ngày 28/02/1974
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí thời gian xuất hiện tại địa phương đạt
      Và lý do nêu "50 năm"

    @nd-52-2018/dieu-5/khoan-2/diem-a @ranh-gioi
    Kịch bản: Còn thiếu một ngày mới tròn 50 năm
      Biết nghề xuất hiện tại địa phương từ ngày 02/03/1974
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí thời gian xuất hiện tại địa phương không đạt

    @nd-52-2018/dieu-5/khoan-2/diem-a @ranh-gioi
    Kịch bản: Nghề đã qua 49 năm nhưng chưa đến 50 năm
      Biết nghề xuất hiện tại địa phương từ ngày 28/02/1975
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí thời gian xuất hiện tại địa phương không đạt

    @nd-52-2018/dieu-5/khoan-2/diem-a @ranh-gioi
    Khung kịch bản: Nghề có từ ngày 29/02/1972, xét ngày <ngày>
      Năm 2022 không có ngày 29 tháng 02, nên nghề tròn 50 năm vào ngày 01/03/2022.
      Biết nghề xuất hiện tại địa phương từ ngày 29/02/1972
      Và thời điểm đề nghị công nhận là ngày <ngày>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí thời gian xuất hiện tại địa phương <kết luận>

      Dữ liệu:
        | ngày       | kết luận  |
        | 28/02/2022 | không đạt |
        | 01/03/2022 | không đạt |
        | 02/03/2022 | đạt       |

    @nd-52-2018/dieu-5/khoan-2/diem-a
    Khung kịch bản: Mốc thời gian không rõ đến ngày: nghề có từ <thời điểm>
      Nghề chỉ đạt khi mọi ngày có thể có của mốc đó đều cách ngày đề nghị trên 50 năm,
      chỉ không đạt khi không ngày nào cách trên 50 năm.
      Biết nghề xuất hiện tại địa phương từ <thời điểm>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí thời gian xuất hiện tại địa phương <kết luận>

      Dữ liệu:
        | thời điểm                         | kết luận       |
        | năm 1973                          | đạt            |
        | năm 1974                          | chưa đủ căn cứ |
        | năm 1975                          | không đạt      |
        | tháng 02/1974                     | đạt            |
        | tháng 03/1974                     | không đạt      |
        | những năm 1960                    | đạt            |
        | những năm 1970                    | chưa đủ căn cứ |
        | những năm 1980                    | không đạt      |
        | thế kỷ XIX                        | đạt            |
        | thế kỷ XX                         | chưa đủ căn cứ |
        | năm 1954 hoặc trước đó            | đạt            |
        | năm 1980 hoặc trước đó            | chưa đủ căn cứ |
        | một năm trong giai đoạn 1954-1960 | đạt            |
        | một năm trong giai đoạn 1970-1980 | chưa đủ căn cứ |

    @nd-52-2018/dieu-5/khoan-2/diem-a @ranh-gioi
    Khung kịch bản: Chỉ biết nghề có từ năm 1974, xét ngày <ngày>
      Biết nghề xuất hiện tại địa phương từ năm 1974
      Và thời điểm đề nghị công nhận là ngày <ngày>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí thời gian xuất hiện tại địa phương <kết luận>

      Dữ liệu:
        | ngày       | kết luận       |
        | 01/01/2024 | không đạt      |
        | 02/01/2024 | chưa đủ căn cứ |
        | 31/12/2024 | chưa đủ căn cứ |
        | 01/01/2025 | đạt            |

    @nd-52-2018/dieu-5/khoan-2/diem-a
    Khung kịch bản: Mốc ước chừng được hiểu rộng hơn và kèm cảnh báo: nghề có từ <thời điểm>
      Biết nghề xuất hiện tại địa phương từ <thời điểm>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí thời gian xuất hiện tại địa phương <kết luận>
      Và có cảnh báo nêu "khoảng thời gian được nới rộng"

      Dữ liệu:
        | thời điểm             | kết luận       |
        | khoảng những năm 1940 | đạt            |
        | khoảng những năm 1960 | chưa đủ căn cứ |
        | khoảng năm 1960       | đạt            |
        | khoảng năm 1973       | chưa đủ căn cứ |

  Quy tắc: Điểm a: nghề hiện đang tiếp tục phát triển

    @nd-52-2018/dieu-5/khoan-2/diem-a
    Kịch bản: Nghề đang tiếp tục phát triển
      Biết nghề đang tiếp tục phát triển
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tiếp tục phát triển đạt
      Và căn cứ là điểm a khoản 2 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là đủ điều kiện

    @nd-52-2018/dieu-5/khoan-2/diem-a
    Kịch bản: Nghề có từ thế kỷ XVI nhưng không còn phát triển thì không đạt
      Biết nghề xuất hiện tại địa phương từ thế kỷ XVI
      Nhưng nghề không còn tiếp tục phát triển
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí thời gian xuất hiện tại địa phương đạt
      Nhưng tiêu chí tiếp tục phát triển không đạt
      Và căn cứ là điểm a khoản 2 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là không đủ điều kiện

    @nd-52-2018/dieu-5/khoan-2/diem-a
    Kịch bản: Hội đồng chưa kết luận nghề có đang tiếp tục phát triển hay không
      Biết chưa rõ nghề có đang tiếp tục phát triển hay không
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tiếp tục phát triển chưa đủ căn cứ
      Và căn cứ là điểm a khoản 2 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là chưa đủ căn cứ

    @nd-52-2018/dieu-5/khoan-2/diem-a
    Kịch bản: Hội đồng kết luận kèm kết quả biểu quyết
      Biết Hội đồng xét duyệt ngày 20/02/2024 kết luận nghề đang tiếp tục phát triển với 9 phiếu thuận, 0 phiếu chống
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tiếp tục phát triển đạt

  Quy tắc: Điểm b: nghề tạo ra những sản phẩm mang bản sắc văn hóa dân tộc

    @nd-52-2018/dieu-5/khoan-2/diem-b
    Kịch bản: Sản phẩm mang bản sắc văn hóa dân tộc
      Biết sản phẩm của nghề mang bản sắc văn hóa dân tộc
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí bản sắc văn hóa dân tộc đạt
      Và căn cứ là điểm b khoản 2 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là đủ điều kiện

    @nd-52-2018/dieu-5/khoan-2/diem-b
    Kịch bản: Sản phẩm không mang bản sắc văn hóa dân tộc
      Biết sản phẩm của nghề không mang bản sắc văn hóa dân tộc
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí bản sắc văn hóa dân tộc không đạt
      Và căn cứ là điểm b khoản 2 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là không đủ điều kiện

    @nd-52-2018/dieu-5/khoan-2/diem-b
    Kịch bản: Hội đồng chưa kết luận về bản sắc văn hóa dân tộc
      Biết chưa rõ sản phẩm của nghề có mang bản sắc văn hóa dân tộc hay không
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí bản sắc văn hóa dân tộc chưa đủ căn cứ
      Và căn cứ là điểm b khoản 2 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là chưa đủ căn cứ

    @nd-52-2018/dieu-5/khoan-2/diem-b @ranh-gioi
    Khung kịch bản: Kết luận của Hội đồng được giữ nguyên dù chỉ hơn một phiếu: <kết luận>
      Nghị định không quy định tỷ lệ phiếu; tỷ lệ do cấp tỉnh quyết định.
      Biết Hội đồng xét duyệt ngày 20/02/2024 kết luận <nội dung> với <thuận> phiếu thuận, <chống> phiếu chống
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí bản sắc văn hóa dân tộc <kết luận>

      Dữ liệu:
        | nội dung                                             | thuận | chống | kết luận  |
        | sản phẩm của nghề mang bản sắc văn hóa dân tộc       | 5     | 4     | đạt       |
        | sản phẩm của nghề không mang bản sắc văn hóa dân tộc | 5     | 4     | không đạt |

  Quy tắc: Điểm c: nghề gắn với tên tuổi của nghệ nhân hoặc tên tuổi của làng nghề

    @nd-52-2018/dieu-5/khoan-2/diem-c @ranh-gioi
    Kịch bản: Chỉ gắn với tên tuổi của một nghệ nhân là đủ
      Biết nghề gắn với tên tuổi của nghệ nhân Nguyễn Văn An
      Nhưng nghề không gắn với tên tuổi của làng nghề
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí gắn với tên tuổi đạt
      Và căn cứ là điểm c khoản 2 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là đủ điều kiện

    @nd-52-2018/dieu-5/khoan-2/diem-c @ranh-gioi
    Kịch bản: Chỉ gắn với tên tuổi của làng nghề là đủ
      Biết nghề gắn với tên tuổi của làng nghề
      Nhưng nghề không gắn với tên tuổi của nghệ nhân nào
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí gắn với tên tuổi đạt
      Và kết quả xét công nhận là đủ điều kiện

    @nd-52-2018/dieu-5/khoan-2/diem-c
    Kịch bản: Không gắn với tên tuổi của nghệ nhân nào, cũng không gắn với tên tuổi của làng nghề
      Biết nghề không gắn với tên tuổi của nghệ nhân nào
      Và nghề không gắn với tên tuổi của làng nghề
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí gắn với tên tuổi không đạt
      Và căn cứ là điểm c khoản 2 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là không đủ điều kiện

    @nd-52-2018/dieu-5/khoan-2/diem-c
    Kịch bản: Chưa rõ có nghệ nhân hay không, nhưng nghề gắn với tên tuổi của làng nghề
      Biết chưa rõ nghề có gắn với tên tuổi của nghệ nhân nào hay không
      Nhưng nghề gắn với tên tuổi của làng nghề
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí gắn với tên tuổi đạt

    @nd-52-2018/dieu-5/khoan-2/diem-c
    Kịch bản: Gắn với tên tuổi của nghệ nhân, chưa rõ có gắn với tên tuổi của làng nghề hay không
      Biết nghề gắn với tên tuổi của nghệ nhân Nguyễn Văn An
      Nhưng chưa rõ nghề có gắn với tên tuổi của làng nghề hay không
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí gắn với tên tuổi đạt

    @nd-52-2018/dieu-5/khoan-2/diem-c
    Kịch bản: Không có nghệ nhân nào, chưa rõ có gắn với tên tuổi của làng nghề hay không
      Biết nghề không gắn với tên tuổi của nghệ nhân nào
      Và chưa rõ nghề có gắn với tên tuổi của làng nghề hay không
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí gắn với tên tuổi chưa đủ căn cứ
      Và kết quả xét công nhận là chưa đủ căn cứ

    @nd-52-2018/dieu-5/khoan-2/diem-c
    Kịch bản: Chưa rõ có nghệ nhân hay không, không gắn với tên tuổi của làng nghề
      Biết chưa rõ nghề có gắn với tên tuổi của nghệ nhân nào hay không
      Và nghề không gắn với tên tuổi của làng nghề
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí gắn với tên tuổi chưa đủ căn cứ

    @nd-52-2018/dieu-5/khoan-2/diem-c
    Kịch bản: Chưa rõ cả hai
      Biết chưa rõ nghề có gắn với tên tuổi của nghệ nhân nào hay không
      Và chưa rõ nghề có gắn với tên tuổi của làng nghề hay không
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí gắn với tên tuổi chưa đủ căn cứ
      Và căn cứ là điểm c khoản 2 Điều 5 Nghị định số 52/2018/NĐ-CP

  Quy tắc: Nghề truyền thống phải đạt cả 03 tiêu chí

    @nd-52-2018/dieu-5/khoan-2
    Kịch bản: Nghề đạt mọi tiêu chí thì đủ điều kiện
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí thời gian xuất hiện tại địa phương đạt
      Và các tiêu chí khác đều đạt
      Và kết quả xét công nhận là đủ điều kiện
      Và kiến nghị là công nhận

    @nd-52-2018/dieu-5/khoan-2
    Khung kịch bản: Chỉ riêng tiêu chí <tiêu chí> <kết luận>
      Biết riêng tiêu chí <tiêu chí> <kết luận>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí <tiêu chí> <kết luận>
      Và các tiêu chí khác đều đạt
      Và kết quả xét công nhận là <kết quả>

      Dữ liệu:
        | tiêu chí                           | kết luận       | kết quả            |
        | hoạt động ngành nghề nông thôn     | không đạt      | không đủ điều kiện |
        | hoạt động ngành nghề nông thôn     | chưa đủ căn cứ | chưa đủ căn cứ     |
        | thời gian xuất hiện tại địa phương | không đạt      | không đủ điều kiện |
        | thời gian xuất hiện tại địa phương | chưa đủ căn cứ | chưa đủ căn cứ     |
        | tiếp tục phát triển                | không đạt      | không đủ điều kiện |
        | tiếp tục phát triển                | chưa đủ căn cứ | chưa đủ căn cứ     |
        | bản sắc văn hóa dân tộc            | không đạt      | không đủ điều kiện |
        | bản sắc văn hóa dân tộc            | chưa đủ căn cứ | chưa đủ căn cứ     |
        | gắn với tên tuổi                   | không đạt      | không đủ điều kiện |
        | gắn với tên tuổi                   | chưa đủ căn cứ | chưa đủ căn cứ     |

    @nd-52-2018/dieu-5/khoan-2
    Kịch bản: Một tiêu chí không đạt thì không đủ điều kiện, dù tiêu chí khác chưa đủ căn cứ
      Biết riêng tiêu chí bản sắc văn hóa dân tộc không đạt
      Và riêng tiêu chí thời gian xuất hiện tại địa phương chưa đủ căn cứ
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí bản sắc văn hóa dân tộc không đạt
      Và tiêu chí thời gian xuất hiện tại địa phương chưa đủ căn cứ
      Và kết quả xét công nhận là không đủ điều kiện

    @nd-52-2018/dieu-5/khoan-2
    Kịch bản: Hồ sơ chưa có thông tin nào về các tiêu chí
      Biết một hồ sơ đề nghị công nhận nghề truyền thống ngày 01/03/2024 chưa nêu gì về các tiêu chí
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí thời gian xuất hiện tại địa phương chưa đủ căn cứ
      Và tiêu chí tiếp tục phát triển chưa đủ căn cứ
      Và tiêu chí bản sắc văn hóa dân tộc chưa đủ căn cứ
      Và tiêu chí gắn với tên tuổi chưa đủ căn cứ
      Và kết quả xét công nhận là chưa đủ căn cứ

    @nd-52-2018/dieu-5/khoan-2
    Kịch bản: Công nhận nghề truyền thống không xét tỷ lệ hộ và điều kiện môi trường của làng
      Biết làng có 970 hộ, trong đó 2 hộ tham gia hoạt động ngành nghề nông thôn
      Và làng không có phương án bảo vệ môi trường
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì kết quả xét công nhận là đủ điều kiện
