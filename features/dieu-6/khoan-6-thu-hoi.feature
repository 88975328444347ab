# language: vi
@nd-52-2018/dieu-6/khoan-6
Tính năng: Khoản 6 Điều 6: thu hồi bằng công nhận

  Nghề truyền thống, làng nghề, làng nghề truyền thống sau khi được công nhận không đạt tiêu chí quy
  định sẽ bị thu hồi bằng công nhận. Phần mềm chỉ đề nghị; Ủy ban nhân dân cấp tỉnh xem xét, thu hồi.

  Quy tắc: Còn đạt mọi tiêu chí vào ngày rà soát thì giữ bằng công nhận

    @nd-52-2018/dieu-6/khoan-6
    Khung kịch bản: Danh hiệu <danh hiệu> còn đạt mọi tiêu chí
      Biết một <đối tượng> đáp ứng đầy đủ các tiêu chí <danh hiệu> vào ngày 14/11/2024
      Và <đối tượng> đã được công nhận <danh hiệu> ngày 12/08/2022
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là giữ bằng công nhận
      Và kết quả rà soát theo khoản 6 Điều 6 Nghị định số 52/2018/NĐ-CP
      Và không có ghi chú nào nêu "đề nghị công nhận làng nghề"

      Dữ liệu:
        | đối tượng | danh hiệu              |
        | nghề      | nghề truyền thống      |
        | làng      | làng nghề              |
        | làng      | làng nghề truyền thống |

    @nd-52-2018/dieu-6/khoan-6 @ranh-gioi
    Khung kịch bản: Làng nghề được công nhận năm 2022 nay còn <số hộ> trên 970 hộ tham gia
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 14/11/2024
      Và làng đã được công nhận làng nghề ngày 12/08/2022
      Và làng có 970 hộ, trong đó <số hộ> hộ tham gia hoạt động ngành nghề nông thôn
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là <kết quả>
      Và tiêu chí tỷ lệ hộ tham gia <kết luận>
      Và lý do nêu "<số hộ>/970 hộ"

      Dữ liệu:
        | số hộ | kết luận  | kết quả                        |
        | 194   | đạt       | giữ bằng công nhận             |
        | 193   | không đạt | đề nghị thu hồi bằng công nhận |

    @nd-52-2018/dieu-6/khoan-6 @ranh-gioi
    Khung kịch bản: Tiêu chí được xét vào ngày rà soát <ngày>, không phải ngày đề nghị trước đây
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 01/03/2024
      Và làng đã được công nhận làng nghề ngày 12/08/2022
      Và làng sản xuất, kinh doanh ổn định liên tục từ ngày 14/11/2022
      Khi rà soát danh hiệu vào ngày <ngày>
      Thì kết quả rà soát là <kết quả>
      Và tiêu chí sản xuất, kinh doanh ổn định <kết luận>

      Dữ liệu:
        | ngày       | kết luận  | kết quả                        |
        | 13/11/2024 | không đạt | đề nghị thu hồi bằng công nhận |
        | 14/11/2024 | đạt       | giữ bằng công nhận             |

  Quy tắc: Chỉ một tiêu chí không đạt đã đề nghị thu hồi; thiếu thông tin thì chưa đủ căn cứ

    @nd-52-2018/dieu-6/khoan-6
    Khung kịch bản: Làng nghề, chỉ riêng tiêu chí <tiêu chí> <kết luận>
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 14/11/2024
      Và làng đã được công nhận làng nghề ngày 12/08/2022
      Và riêng tiêu chí <tiêu chí> <kết luận>
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì tiêu chí <tiêu chí> <kết luận>
      Và các tiêu chí khác đều đạt
      Và kết quả rà soát là <kết quả>
      Và kết quả rà soát theo khoản 6 Điều 6 Nghị định số 52/2018/NĐ-CP

      Dữ liệu:
        | tiêu chí                       | kết luận       | kết quả                        |
        | hoạt động ngành nghề nông thôn | không đạt      | đề nghị thu hồi bằng công nhận |
        | hoạt động ngành nghề nông thôn | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | tỷ lệ hộ tham gia              | không đạt      | đề nghị thu hồi bằng công nhận |
        | tỷ lệ hộ tham gia              | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | sản xuất, kinh doanh ổn định   | không đạt      | đề nghị thu hồi bằng công nhận |
        | sản xuất, kinh doanh ổn định   | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | bảo vệ môi trường              | không đạt      | đề nghị thu hồi bằng công nhận |
        | bảo vệ môi trường              | chưa đủ căn cứ | chưa đủ căn cứ                 |

    @nd-52-2018/dieu-6/khoan-6
    Khung kịch bản: Nghề truyền thống, chỉ riêng tiêu chí <tiêu chí> <kết luận>
      Biết một nghề đáp ứng đầy đủ các tiêu chí nghề truyền thống vào ngày 14/11/2024
      Và nghề đã được công nhận nghề truyền thống ngày 12/08/2022
      Và riêng tiêu chí <tiêu chí> <kết luận>
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì tiêu chí <tiêu chí> <kết luận>
      Và các tiêu chí khác đều đạt
      Và kết quả rà soát là <kết quả>
      Và kết quả rà soát theo khoản 6 Điều 6 Nghị định số 52/2018/NĐ-CP

      Dữ liệu:
        | tiêu chí                           | kết luận       | kết quả                        |
        | hoạt động ngành nghề nông thôn     | không đạt      | đề nghị thu hồi bằng công nhận |
        | hoạt động ngành nghề nông thôn     | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | thời gian xuất hiện tại địa phương | không đạt      | đề nghị thu hồi bằng công nhận |
        | thời gian xuất hiện tại địa phương | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | tiếp tục phát triển                | không đạt      | đề nghị thu hồi bằng công nhận |
        | tiếp tục phát triển                | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | bản sắc văn hóa dân tộc            | không đạt      | đề nghị thu hồi bằng công nhận |
        | bản sắc văn hóa dân tộc            | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | gắn với tên tuổi                   | không đạt      | đề nghị thu hồi bằng công nhận |
        | gắn với tên tuổi                   | chưa đủ căn cứ | chưa đủ căn cứ                 |

    @nd-52-2018/dieu-6/khoan-6
    Khung kịch bản: Làng nghề truyền thống, chỉ riêng tiêu chí <tiêu chí> <kết luận>
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề truyền thống vào ngày 14/11/2024
      Và làng đã được công nhận làng nghề truyền thống ngày 12/08/2022
      Và riêng tiêu chí <tiêu chí> <kết luận>
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì tiêu chí <tiêu chí> <kết luận>
      Và các tiêu chí khác đều đạt
      Và kết quả rà soát là <kết quả>
      Và kết quả rà soát theo khoản 6 Điều 6 Nghị định số 52/2018/NĐ-CP

      Dữ liệu:
        | tiêu chí                           | kết luận       | kết quả                        |
        | hoạt động ngành nghề nông thôn     | không đạt      | đề nghị thu hồi bằng công nhận |
        | hoạt động ngành nghề nông thôn     | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | tỷ lệ hộ tham gia                  | không đạt      | đề nghị thu hồi bằng công nhận |
        | tỷ lệ hộ tham gia                  | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | sản xuất, kinh doanh ổn định       | không đạt      | đề nghị thu hồi bằng công nhận |
        | sản xuất, kinh doanh ổn định       | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | bảo vệ môi trường                  | không đạt      | đề nghị thu hồi bằng công nhận |
        | bảo vệ môi trường                  | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | thời gian xuất hiện tại địa phương | không đạt      | đề nghị thu hồi bằng công nhận |
        | thời gian xuất hiện tại địa phương | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | tiếp tục phát triển                | không đạt      | đề nghị thu hồi bằng công nhận |
        | tiếp tục phát triển                | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | bản sắc văn hóa dân tộc            | không đạt      | đề nghị thu hồi bằng công nhận |
        | bản sắc văn hóa dân tộc            | chưa đủ căn cứ | chưa đủ căn cứ                 |
        | gắn với tên tuổi                   | không đạt      | đề nghị thu hồi bằng công nhận |
        | gắn với tên tuổi                   | chưa đủ căn cứ | chưa đủ căn cứ                 |

    @nd-52-2018/dieu-6/khoan-6
    Kịch bản: Một tiêu chí không đạt thì đề nghị thu hồi, dù tiêu chí khác chưa đủ căn cứ
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 14/11/2024
      Và làng đã được công nhận làng nghề ngày 12/08/2022
      Và riêng tiêu chí tỷ lệ hộ tham gia không đạt
      Và riêng tiêu chí bảo vệ môi trường chưa đủ căn cứ
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận

    @nd-52-2018/dieu-6/khoan-6
    Kịch bản: Không có thời gian ân hạn: mới được công nhận vài ngày mà không đạt cũng đề nghị thu hồi
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 14/11/2024
      Và làng đã được công nhận làng nghề ngày 12/11/2024
      Và riêng tiêu chí bảo vệ môi trường không đạt
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận

  Quy tắc: Danh hiệu cũ cũng xét theo tiêu chí hiện nay

    @nd-52-2018/dieu-6/khoan-6
    Kịch bản: Làng nghề được công nhận năm 2008 nay chỉ còn 2 trên 970 hộ làm nghề
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 14/11/2024
      Và làng đã được công nhận làng nghề ngày 15/10/2008
      Và làng có 970 hộ, trong đó 2 hộ tham gia hoạt động ngành nghề nông thôn
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận
      Và tiêu chí tỷ lệ hộ tham gia không đạt
      Và căn cứ là điểm a khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và lý do nêu "2/970 hộ"

    @nd-52-2018/dieu-6/khoan-6
    Kịch bản: Làng nghề được công nhận năm 2004 đã dừng hoạt động, chưa biết tổng số hộ
      Không hộ nào trên tổng số hộ bao nhiêu cũng dưới 20 %.
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 14/11/2024
      Và làng đã được công nhận làng nghề ngày 10/12/2004
      Và không còn hộ nào tham gia hoạt động ngành nghề nông thôn
      Và hồ sơ chưa nêu tổng số hộ
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận
      Và tiêu chí tỷ lệ hộ tham gia không đạt

  Quy tắc: Không tự động chuyển từ làng nghề truyền thống xuống làng nghề

    Bối cảnh:
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề truyền thống vào ngày 14/11/2024
      Và làng đã được công nhận làng nghề truyền thống ngày 12/08/2022

    @nd-52-2018/dieu-6/khoan-6
    Kịch bản: Nghề truyền thống của làng đã mất, làng vẫn đạt tiêu chí làng nghề
      Biết nghề không còn tiếp tục phát triển
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận
      Và tiêu chí tiếp tục phát triển không đạt
      Và các tiêu chí khác đều đạt
      Và có ghi chú nêu "đề nghị công nhận làng nghề"
      Và có ghi chú nêu "(khoản 6 Điều 6 Nghị định số 52/2018/NĐ-CP)"
      Và không danh hiệu nào được tự động thay thế

    @nd-52-2018/dieu-6/khoan-6
    Kịch bản: Nghề truyền thống đã mất và số hộ cũng dưới 20 %
      Biết nghề không còn tiếp tục phát triển
      Và làng có 970 hộ, trong đó 193 hộ tham gia hoạt động ngành nghề nông thôn
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận
      Và không có ghi chú nào nêu "đề nghị công nhận làng nghề"
      Và không danh hiệu nào được tự động thay thế

    @nd-52-2018/dieu-6/khoan-6
    Kịch bản: Nghề vẫn phát triển nhưng số hộ dưới 20 %
      Biết làng có 970 hộ, trong đó 193 hộ tham gia hoạt động ngành nghề nông thôn
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận
      Và không có ghi chú nào nêu "đề nghị công nhận làng nghề"

    @nd-52-2018/dieu-6/khoan-6
    Kịch bản: Làng còn một nghề truyền thống khác thì giữ bằng công nhận
      Biết làng có các nghề sau:
        | nghề | xuất hiện tại địa phương từ | đang tiếp tục phát triển | mang bản sắc văn hóa dân tộc | gắn với tên tuổi của nghệ nhân | gắn với tên tuổi của làng nghề |
        | Gốm  | thế kỷ XVI                  | không                    | có                           | Nguyễn Văn An                  | có                             |
        | Thêu | thế kỷ XIX                  | có                       | có                           | Trần Thị Bình                  | có                             |
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì tiêu chí tiếp tục phát triển của nghề "Gốm" không đạt
      Nhưng kết quả rà soát là giữ bằng công nhận
      Và không có ghi chú nào nêu "đề nghị công nhận làng nghề"

    @nd-52-2018/dieu-6/khoan-6
    Kịch bản: Chưa rõ nghề truyền thống của làng có còn phát triển hay không
      Biết chưa rõ nghề có đang tiếp tục phát triển hay không
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là chưa đủ căn cứ
      Và không có ghi chú nào nêu "đề nghị công nhận làng nghề"

    @nd-52-2018/dieu-6/khoan-6
    Kịch bản: Chỉ riêng nghề truyền thống được rà soát thì không có ghi chú về làng nghề
      Biết một nghề đáp ứng đầy đủ các tiêu chí nghề truyền thống vào ngày 14/11/2024
      Và nghề đã được công nhận nghề truyền thống ngày 12/08/2022
      Và nghề không còn tiếp tục phát triển
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận
      Và không có ghi chú nào nêu "đề nghị công nhận làng nghề"

  Quy tắc: Mỗi danh hiệu được rà soát theo tiêu chí của riêng danh hiệu đó

    @nd-52-2018/dieu-6/khoan-6
    Kịch bản: Làng giữ danh hiệu làng nghề và có nghề truyền thống, nay số hộ dưới 20 %
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề truyền thống vào ngày 14/11/2024
      Và làng đã được công nhận làng nghề ngày 12/08/2022
      Và nghề của làng đã được công nhận nghề truyền thống ngày 12/08/2022
      Và làng có 970 hộ, trong đó 193 hộ tham gia hoạt động ngành nghề nông thôn
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát danh hiệu làng nghề là đề nghị thu hồi bằng công nhận
      Và kết quả rà soát danh hiệu nghề truyền thống là giữ bằng công nhận
      Và không danh hiệu nào được tự động thay thế

    @nd-52-2018/dieu-6/khoan-6
    Kịch bản: Làng có hai nghề, rà soát đúng nghề mang danh hiệu
      Nghề kia đạt tiêu chí cũng không giữ được danh hiệu của nghề này.
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề truyền thống vào ngày 14/11/2024
      Và làng có các nghề sau:
        | nghề        | xuất hiện tại địa phương từ | đang tiếp tục phát triển | mang bản sắc văn hóa dân tộc | gắn với tên tuổi của nghệ nhân | gắn với tên tuổi của làng nghề |
        | Mộc mỹ nghệ | thế kỷ XVI                  | không                    | có                           | Nguyễn Văn An                  | có                             |
        | Thêu        | thế kỷ XIX                  | có                       | có                           | Trần Thị Bình                  | có                             |
      Và nghề của làng đã được công nhận nghề truyền thống ngày 12/08/2022
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận
