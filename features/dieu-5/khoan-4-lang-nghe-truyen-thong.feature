# language: vi
@nd-52-2018/dieu-5/khoan-4
Tính năng: Khoản 4 Điều 5: tiêu chí công nhận làng nghề truyền thống

  Làng nghề truyền thống phải đạt tiêu chí làng nghề quy định tại khoản 3 Điều này
  và có ít nhất một nghề truyền thống theo quy định tại khoản 2 Điều này.

  Bối cảnh:
    Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề truyền thống vào ngày 01/03/2024

  Quy tắc: Phải đạt tiêu chí làng nghề và có nghề truyền thống

    @nd-52-2018/dieu-5/khoan-4
    Kịch bản: Làng đạt mọi tiêu chí thì đủ điều kiện
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia đạt
      Và các tiêu chí khác đều đạt
      Và kết quả xét công nhận là đủ điều kiện
      Và kiến nghị là công nhận

    @nd-52-2018/dieu-5/khoan-4
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
        | tỷ lệ hộ tham gia                  | không đạt      | không đủ điều kiện |
        | tỷ lệ hộ tham gia                  | chưa đủ căn cứ | chưa đủ căn cứ     |
        | sản xuất, kinh doanh ổn định       | không đạt      | không đủ điều kiện |
        | sản xuất, kinh doanh ổn định       | chưa đủ căn cứ | chưa đủ căn cứ     |
        | bảo vệ môi trường                  | không đạt      | không đủ điều kiện |
        | bảo vệ môi trường                  | chưa đủ căn cứ | chưa đủ căn cứ     |
        | thời gian xuất hiện tại địa phương | không đạt      | không đủ điều kiện |
        | thời gian xuất hiện tại địa phương | chưa đủ căn cứ | chưa đủ căn cứ     |
        | tiếp tục phát triển                | không đạt      | không đủ điều kiện |
        | tiếp tục phát triển                | chưa đủ căn cứ | chưa đủ căn cứ     |
        | bản sắc văn hóa dân tộc            | không đạt      | không đủ điều kiện |
        | bản sắc văn hóa dân tộc            | chưa đủ căn cứ | chưa đủ căn cứ     |
        | gắn với tên tuổi                   | không đạt      | không đủ điều kiện |
        | gắn với tên tuổi                   | chưa đủ căn cứ | chưa đủ căn cứ     |

    @nd-52-2018/dieu-5/khoan-4
    Kịch bản: Một tiêu chí không đạt thì không đủ điều kiện, dù tiêu chí khác chưa đủ căn cứ
      Biết riêng tiêu chí tỷ lệ hộ tham gia không đạt
      Và riêng tiêu chí tiếp tục phát triển chưa đủ căn cứ
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia không đạt
      Và tiêu chí tiếp tục phát triển chưa đủ căn cứ
      Và kết quả xét công nhận là không đủ điều kiện

    @nd-52-2018/dieu-5/khoan-4
    Kịch bản: Nghề không đạt thì không đủ điều kiện, dù tiêu chí của làng chưa đủ căn cứ
      Biết riêng tiêu chí tiếp tục phát triển không đạt
      Và riêng tiêu chí sản xuất, kinh doanh ổn định chưa đủ căn cứ
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tiếp tục phát triển không đạt
      Và tiêu chí sản xuất, kinh doanh ổn định chưa đủ căn cứ
      Và kết quả xét công nhận là không đủ điều kiện

    @nd-52-2018/dieu-5/khoan-4
    Kịch bản: Hồ sơ chưa có thông tin nào về các tiêu chí
      Biết một hồ sơ đề nghị công nhận làng nghề truyền thống ngày 01/03/2024 chưa nêu gì về các tiêu chí
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia chưa đủ căn cứ
      Và kết quả xét công nhận là chưa đủ căn cứ

    @nd-52-2018/dieu-5/khoan-4 @ranh-gioi
    Khung kịch bản: Ngưỡng 20 % số hộ áp dụng như đối với làng nghề: <số hộ tham gia> trên 970 hộ
      Biết làng có 970 hộ, trong đó <số hộ tham gia> hộ tham gia hoạt động ngành nghề nông thôn
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia <kết luận>
      Và căn cứ là điểm a khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là <kết quả>

      Dữ liệu:
        | số hộ tham gia | kết luận  | kết quả            |
        | 194            | đạt       | đủ điều kiện       |
        | 193            | không đạt | không đủ điều kiện |

    @nd-52-2018/dieu-5/khoan-4 @ranh-gioi
    Khung kịch bản: Ngưỡng trên 50 năm áp dụng như đối với nghề truyền thống: nghề có từ ngày <ngày>
      Biết nghề xuất hiện tại địa phương từ ngày <ngày>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí thời gian xuất hiện tại địa phương <kết luận>
      Và căn cứ là điểm a khoản 2 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là <kết quả>

      Dữ liệu:
        | ngày       | kết luận  | kết quả            |
        | 28/02/1974 | đạt       | đủ điều kiện       |
        | 01/03/1974 | không đạt | không đủ điều kiện |

  Quy tắc: Chỉ cần ít nhất một nghề đạt cả 03 tiêu chí của khoản 2

    @nd-52-2018/dieu-5/khoan-4 @ranh-gioi
    Kịch bản: Một trong hai nghề là nghề truyền thống
      Biết làng có các nghề sau:
        | nghề | xuất hiện tại địa phương từ | đang tiếp tục phát triển | mang bản sắc văn hóa dân tộc | gắn với tên tuổi của nghệ nhân | gắn với tên tuổi của làng nghề |
        | May  | năm 2015                    | có                       | không                        | không                          | không                          |
        | Gốm  | thế kỷ XVI                  | có                       | có                           | Nguyễn Văn An                  | có                             |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí nghề truyền thống của nghề "May" không đạt
      Và tiêu chí thời gian xuất hiện tại địa phương của nghề "May" không đạt
      Và tiêu chí nghề truyền thống của nghề "Gốm" đạt
      Và căn cứ là khoản 2 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và tiêu chí có nghề truyền thống đạt
      Và căn cứ là khoản 4 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là đủ điều kiện

    @nd-52-2018/dieu-5/khoan-4
    Kịch bản: Một nghề là nghề truyền thống, nghề kia chưa rõ
      Biết làng có các nghề sau:
        | nghề | xuất hiện tại địa phương từ | đang tiếp tục phát triển | mang bản sắc văn hóa dân tộc | gắn với tên tuổi của nghệ nhân | gắn với tên tuổi của làng nghề |
        | Gốm  | thế kỷ XVI                  | có                       | có                           | Nguyễn Văn An                  | có                             |
        | Mộc  | chưa rõ                     | chưa rõ                  | chưa rõ                      | chưa rõ                        | chưa rõ                        |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí nghề truyền thống của nghề "Gốm" đạt
      Và tiêu chí nghề truyền thống của nghề "Mộc" chưa đủ căn cứ
      Và tiêu chí có nghề truyền thống đạt
      Và kết quả xét công nhận là đủ điều kiện

    @nd-52-2018/dieu-5/khoan-4 @ranh-gioi
    Kịch bản: Hai nghề bù cho nhau không thành một nghề truyền thống
      Biết làng có các nghề sau:
        | nghề | xuất hiện tại địa phương từ | đang tiếp tục phát triển | mang bản sắc văn hóa dân tộc | gắn với tên tuổi của nghệ nhân | gắn với tên tuổi của làng nghề |
        | Gốm  | thế kỷ XVI                  | không                    | có                           | Nguyễn Văn An                  | có                             |
        | Thêu | năm 2015                    | có                       | có                           | Trần Thị Bình                  | có                             |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tiếp tục phát triển của nghề "Gốm" không đạt
      Và tiêu chí tiếp tục phát triển của nghề "Thêu" đạt
      Và tiêu chí thời gian xuất hiện tại địa phương của nghề "Thêu" không đạt
      Và tiêu chí có nghề truyền thống không đạt
      Và kết quả xét công nhận là không đủ điều kiện

    @nd-52-2018/dieu-5/khoan-4
    Kịch bản: Một nghề không đạt, nghề kia chưa đủ căn cứ
      Biết làng có các nghề sau:
        | nghề | xuất hiện tại địa phương từ | đang tiếp tục phát triển | mang bản sắc văn hóa dân tộc | gắn với tên tuổi của nghệ nhân | gắn với tên tuổi của làng nghề |
        | May  | năm 2015                    | có                       | không                        | không                          | không                          |
        | Gốm  | thế kỷ XVI                  | có                       | chưa rõ                      | Nguyễn Văn An                  | có                             |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí bản sắc văn hóa dân tộc của nghề "May" không đạt
      Và tiêu chí bản sắc văn hóa dân tộc của nghề "Gốm" chưa đủ căn cứ
      Và tiêu chí có nghề truyền thống chưa đủ căn cứ
      Và kết quả xét công nhận là chưa đủ căn cứ

    @nd-52-2018/dieu-5/khoan-4
    Kịch bản: Làng không có nghề nào được lưu truyền
      Biết làng không có nghề nào được lưu truyền
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí có nghề truyền thống không đạt
      Và căn cứ là khoản 4 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và các tiêu chí khác đều đạt
      Và kết quả xét công nhận là không đủ điều kiện

    @nd-52-2018/dieu-5/khoan-4
    Kịch bản: Hồ sơ chưa nêu làng có nghề nào
      Biết hồ sơ chưa nêu làng có nghề nào
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí có nghề truyền thống chưa đủ căn cứ
      Và căn cứ là khoản 4 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và các tiêu chí khác đều đạt
      Và kết quả xét công nhận là chưa đủ căn cứ

    @nd-52-2018/dieu-5/khoan-4
    Kịch bản: Nghề chưa có bằng công nhận nhưng đạt tiêu chí của khoản 2 là đủ
      Điều 5 đòi hỏi nghề đạt tiêu chí, không đòi hỏi nghề đã được công nhận từ trước.
      Biết nghề xuất hiện tại địa phương từ năm 1930
      Và nghề đang tiếp tục phát triển
      Và sản phẩm của nghề mang bản sắc văn hóa dân tộc
      Và nghề gắn với tên tuổi của nghệ nhân Nguyễn Văn An
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì kết quả xét công nhận là đủ điều kiện

    @nd-52-2018/dieu-5/khoan-4
    Kịch bản: Số hộ được tính trên mọi ngành nghề, không chỉ nghề truyền thống
      Biết làng có 500 hộ, mỗi hộ chỉ làm một nghề trong các nghề sau:
        | nghề     | khoản của Điều 4 | số hộ |
        | Gốm      | 4                | 10    |
        | Làm muối | 6                | 90    |
      Và làng có các nghề sau:
        | nghề | xuất hiện tại địa phương từ | đang tiếp tục phát triển | mang bản sắc văn hóa dân tộc | gắn với tên tuổi của nghệ nhân | gắn với tên tuổi của làng nghề |
        | Gốm  | thế kỷ XVI                  | có                       | có                           | Nguyễn Văn An                  | có                             |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia đạt
      Và kết quả xét công nhận là đủ điều kiện

  Quy tắc: Ngoại lệ của thời kỳ trước ngày 01/06/2018 không còn

    Trước đây, làng chưa đạt tỷ lệ hộ nhưng có một nghề truyền thống được công nhận vẫn
    được công nhận làng nghề truyền thống. Nghị định số 52/2018/NĐ-CP đã bỏ ngoại lệ này.

    @nd-52-2018/dieu-5/khoan-4
    Kịch bản: Làng có 19 % số hộ tham gia và một nghề truyền thống đã được công nhận
      Biết làng có 500 hộ, trong đó 95 hộ tham gia hoạt động ngành nghề nông thôn
      Và nghề của làng đã được công nhận nghề truyền thống ngày 20/05/2010
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia không đạt
      Và lý do nêu "95/500 hộ"
      Và lý do nêu "19,00 %"
      Và kết quả xét công nhận là không đủ điều kiện

    @nd-52-2018/dieu-5/khoan-4
    Kịch bản: Làng đã được công nhận làng nghề vẫn được xét lại tiêu chí theo số liệu hiện nay
      Biết làng đã được công nhận làng nghề ngày 20/05/2019
      Và làng có 500 hộ, trong đó 95 hộ tham gia hoạt động ngành nghề nông thôn
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí tỷ lệ hộ tham gia không đạt
      Và kết quả xét công nhận là không đủ điều kiện
