# language: vi
@nd-52-2018/dieu-6/khoan-3
Tính năng: Khoản 3 Điều 6: hồ sơ đề nghị công nhận làng nghề truyền thống

  a) Hồ sơ bao gồm các văn bản quy định tại khoản 1 và khoản 2 Điều này;
  b) Trường hợp đã được công nhận làng nghề, hồ sơ thực hiện theo quy định tại khoản 1 Điều này;
  c) Trường hợp chưa được công nhận làng nghề nhưng có nghề truyền thống đã được công nhận, hồ sơ
  thực hiện theo quy định tại khoản 2 Điều này.

  Bối cảnh:
    Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề truyền thống vào ngày 01/03/2024

  Quy tắc: Điểm a: chưa có danh hiệu nào thì cần giấy tờ của cả khoản 1 và khoản 2

    @nd-52-2018/dieu-6/khoan-3/diem-a
    Kịch bản: Hồ sơ có đủ giấy tờ của khoản 1 và khoản 2
      Biết hồ sơ chỉ gồm các giấy tờ sau:
        | bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống |
        | bản mô tả đặc trưng mang bản sắc văn hóa dân tộc                   |
        | danh sách các hộ tham gia hoạt động ngành nghề nông thôn           |
        | bản tóm tắt kết quả sản xuất, kinh doanh 02 năm gần nhất           |
        | văn bản bảo đảm điều kiện về bảo vệ môi trường                     |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ đầy đủ
      Và thành phần hồ sơ theo điểm a khoản 3 Điều 6 Nghị định số 52/2018/NĐ-CP
      Và kiến nghị là công nhận

    @nd-52-2018/dieu-6/khoan-3/diem-a
    Kịch bản: Có huy chương thay cho bản mô tả
      Biết hồ sơ không có bản mô tả đặc trưng mang bản sắc văn hóa dân tộc
      Nhưng hồ sơ có giấy chứng nhận, huy chương, tác phẩm được trao tặng
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ đầy đủ
      Và thành phần hồ sơ theo điểm a khoản 3 Điều 6 Nghị định số 52/2018/NĐ-CP

    @nd-52-2018/dieu-6/khoan-3/diem-a
    Khung kịch bản: Thiếu <giấy tờ>
      Biết hồ sơ không có <giấy tờ>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ chưa đầy đủ, còn thiếu:
        | giấy tờ   | căn cứ                              |
        | <giấy tờ> | <căn cứ> Nghị định số 52/2018/NĐ-CP |
      Và kiến nghị là bổ sung hồ sơ

      Dữ liệu:
        | giấy tờ                                                            | căn cứ                |
        | bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống | điểm a khoản 1 Điều 6 |
        | danh sách các hộ tham gia hoạt động ngành nghề nông thôn           | điểm a khoản 2 Điều 6 |
        | bản tóm tắt kết quả sản xuất, kinh doanh 02 năm gần nhất           | điểm b khoản 2 Điều 6 |
        | văn bản bảo đảm điều kiện về bảo vệ môi trường                     | điểm c khoản 2 Điều 6 |

    @nd-52-2018/dieu-6/khoan-3/diem-a
    Kịch bản: Không có huy chương, cũng không có bản mô tả
      Biết hồ sơ không có bản mô tả đặc trưng mang bản sắc văn hóa dân tộc
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ chưa đầy đủ, còn thiếu:
        | giấy tờ                                                                                                    | căn cứ                                           |
        | giấy chứng nhận, huy chương, tác phẩm được trao tặng hoặc bản mô tả đặc trưng mang bản sắc văn hóa dân tộc | điểm b khoản 1 Điều 6 Nghị định số 52/2018/NĐ-CP |

  Quy tắc: Điểm b: đã được công nhận làng nghề thì chỉ cần giấy tờ của khoản 1

    @nd-52-2018/dieu-6/khoan-3/diem-b
    Kịch bản: Chỉ có giấy tờ của khoản 1 là đầy đủ
      Biết làng đã được công nhận làng nghề ngày 20/05/2019
      Và hồ sơ chỉ gồm các giấy tờ sau:
        | bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống |
        | bản mô tả đặc trưng mang bản sắc văn hóa dân tộc                   |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ đầy đủ
      Và thành phần hồ sơ theo điểm b khoản 3 Điều 6 Nghị định số 52/2018/NĐ-CP
      Và kiến nghị là công nhận

    @nd-52-2018/dieu-6/khoan-3/diem-b
    Kịch bản: Chỉ có giấy tờ của khoản 2 là chưa đầy đủ
      Biết làng đã được công nhận làng nghề ngày 20/05/2019
      Và hồ sơ chỉ gồm các giấy tờ sau:
        | danh sách các hộ tham gia hoạt động ngành nghề nông thôn |
        | bản tóm tắt kết quả sản xuất, kinh doanh 02 năm gần nhất |
        | văn bản bảo đảm điều kiện về bảo vệ môi trường           |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ chưa đầy đủ, còn thiếu:
        | giấy tờ                                                                                                    | căn cứ                                           |
        | bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống                                         | điểm a khoản 1 Điều 6 Nghị định số 52/2018/NĐ-CP |
        | giấy chứng nhận, huy chương, tác phẩm được trao tặng hoặc bản mô tả đặc trưng mang bản sắc văn hóa dân tộc | điểm b khoản 1 Điều 6 Nghị định số 52/2018/NĐ-CP |

    @nd-52-2018/dieu-6/khoan-3/diem-b @ranh-gioi
    Kịch bản: Được công nhận làng nghề đúng vào ngày đề nghị
      Biết làng đã được công nhận làng nghề ngày 01/03/2024
      Và hồ sơ chỉ gồm các giấy tờ sau:
        | bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống |
        | bản mô tả đặc trưng mang bản sắc văn hóa dân tộc                   |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ đầy đủ
      Và thành phần hồ sơ theo điểm b khoản 3 Điều 6 Nghị định số 52/2018/NĐ-CP

    @nd-52-2018/dieu-6/khoan-3/diem-a @nd-52-2018/dieu-6/khoan-3/diem-b @ranh-gioi
    Kịch bản: Được công nhận làng nghề một ngày sau ngày đề nghị
      Biết làng đã được công nhận làng nghề ngày 02/03/2024
      Và hồ sơ chỉ gồm các giấy tờ sau:
        | bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống |
        | bản mô tả đặc trưng mang bản sắc văn hóa dân tộc                   |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ chưa đầy đủ, còn thiếu:
        | giấy tờ                                                  | căn cứ                                           |
        | danh sách các hộ tham gia hoạt động ngành nghề nông thôn | điểm a khoản 2 Điều 6 Nghị định số 52/2018/NĐ-CP |
        | bản tóm tắt kết quả sản xuất, kinh doanh 02 năm gần nhất | điểm b khoản 2 Điều 6 Nghị định số 52/2018/NĐ-CP |
        | văn bản bảo đảm điều kiện về bảo vệ môi trường           | điểm c khoản 2 Điều 6 Nghị định số 52/2018/NĐ-CP |
      Và thành phần hồ sơ theo điểm a khoản 3 Điều 6 Nghị định số 52/2018/NĐ-CP

    @nd-52-2018/dieu-6/khoan-3/diem-b
    Kịch bản: Hồ sơ nhẹ hơn nhưng tiêu chí của làng vẫn phải xét: chưa nêu số hộ thì chưa đủ căn cứ
      Biết làng đã được công nhận làng nghề ngày 20/05/2019
      Và hồ sơ chỉ gồm các giấy tờ sau:
        | bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống |
        | bản mô tả đặc trưng mang bản sắc văn hóa dân tộc                   |
      Và hồ sơ chưa nêu tổng số hộ và số hộ tham gia
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ đầy đủ
      Và thành phần hồ sơ theo điểm b khoản 3 Điều 6 Nghị định số 52/2018/NĐ-CP
      Và tiêu chí tỷ lệ hộ tham gia chưa đủ căn cứ
      Và kiến nghị là bổ sung căn cứ

    @nd-52-2018/dieu-6/khoan-3/diem-b
    Kịch bản: Cả làng nghề và nghề truyền thống đều đã được công nhận thì theo đúng chữ của điểm b
      Nghị định không nêu riêng trường hợp này; hiểu theo điểm b là hồ sơ theo khoản 1.
      Biết làng đã được công nhận làng nghề ngày 20/05/2019
      Và nghề của làng đã được công nhận nghề truyền thống ngày 20/05/2020
      Và hồ sơ chỉ gồm các giấy tờ sau:
        | bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống |
        | bản mô tả đặc trưng mang bản sắc văn hóa dân tộc                   |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ đầy đủ
      Và thành phần hồ sơ theo điểm b khoản 3 Điều 6 Nghị định số 52/2018/NĐ-CP
      Và thành phần hồ sơ được ghi rõ là theo một cách hiểu

    @nd-52-2018/dieu-6/khoan-3/diem-b
    Kịch bản: Cả hai đều đã được công nhận, chỉ có giấy tờ của khoản 2 là chưa đầy đủ
      Biết làng đã được công nhận làng nghề ngày 20/05/2019
      Và nghề của làng đã được công nhận nghề truyền thống ngày 20/05/2020
      Và hồ sơ chỉ gồm các giấy tờ sau:
        | danh sách các hộ tham gia hoạt động ngành nghề nông thôn |
        | bản tóm tắt kết quả sản xuất, kinh doanh 02 năm gần nhất |
        | văn bản bảo đảm điều kiện về bảo vệ môi trường           |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ chưa đầy đủ, còn thiếu:
        | giấy tờ                                                                                                    | căn cứ                                           |
        | bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống                                         | điểm a khoản 1 Điều 6 Nghị định số 52/2018/NĐ-CP |
        | giấy chứng nhận, huy chương, tác phẩm được trao tặng hoặc bản mô tả đặc trưng mang bản sắc văn hóa dân tộc | điểm b khoản 1 Điều 6 Nghị định số 52/2018/NĐ-CP |

  Quy tắc: Điểm c: chưa được công nhận làng nghề nhưng nghề đã được công nhận thì chỉ cần giấy tờ của khoản 2

    @nd-52-2018/dieu-6/khoan-3/diem-c
    Kịch bản: Chỉ có giấy tờ của khoản 2 là đầy đủ
      Biết nghề của làng đã được công nhận nghề truyền thống ngày 20/05/2020
      Và hồ sơ chỉ gồm các giấy tờ sau:
        | danh sách các hộ tham gia hoạt động ngành nghề nông thôn |
        | bản tóm tắt kết quả sản xuất, kinh doanh 02 năm gần nhất |
        | văn bản bảo đảm điều kiện về bảo vệ môi trường           |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ đầy đủ
      Và thành phần hồ sơ theo điểm c khoản 3 Điều 6 Nghị định số 52/2018/NĐ-CP
      Và kiến nghị là công nhận

    @nd-52-2018/dieu-6/khoan-3/diem-c
    Kịch bản: Chỉ có giấy tờ của khoản 1 là chưa đầy đủ
      Biết nghề của làng đã được công nhận nghề truyền thống ngày 20/05/2020
      Và hồ sơ chỉ gồm các giấy tờ sau:
        | bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống |
        | bản mô tả đặc trưng mang bản sắc văn hóa dân tộc                   |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ chưa đầy đủ, còn thiếu:
        | giấy tờ                                                  | căn cứ                                           |
        | danh sách các hộ tham gia hoạt động ngành nghề nông thôn | điểm a khoản 2 Điều 6 Nghị định số 52/2018/NĐ-CP |
        | bản tóm tắt kết quả sản xuất, kinh doanh 02 năm gần nhất | điểm b khoản 2 Điều 6 Nghị định số 52/2018/NĐ-CP |
        | văn bản bảo đảm điều kiện về bảo vệ môi trường           | điểm c khoản 2 Điều 6 Nghị định số 52/2018/NĐ-CP |

    @nd-52-2018/dieu-6/khoan-3/diem-c @ranh-gioi
    Kịch bản: Nghề được công nhận đúng vào ngày đề nghị
      Biết nghề của làng đã được công nhận nghề truyền thống ngày 01/03/2024
      Và hồ sơ chỉ gồm các giấy tờ sau:
        | danh sách các hộ tham gia hoạt động ngành nghề nông thôn |
        | bản tóm tắt kết quả sản xuất, kinh doanh 02 năm gần nhất |
        | văn bản bảo đảm điều kiện về bảo vệ môi trường           |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ đầy đủ
      Và thành phần hồ sơ theo điểm c khoản 3 Điều 6 Nghị định số 52/2018/NĐ-CP

    @nd-52-2018/dieu-6/khoan-3/diem-a @nd-52-2018/dieu-6/khoan-3/diem-c @ranh-gioi
    Kịch bản: Nghề được công nhận một ngày sau ngày đề nghị
      Biết nghề của làng đã được công nhận nghề truyền thống ngày 02/03/2024
      Và hồ sơ chỉ gồm các giấy tờ sau:
        | danh sách các hộ tham gia hoạt động ngành nghề nông thôn |
        | bản tóm tắt kết quả sản xuất, kinh doanh 02 năm gần nhất |
        | văn bản bảo đảm điều kiện về bảo vệ môi trường           |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ chưa đầy đủ, còn thiếu:
        | giấy tờ                                                                                                    | căn cứ                                           |
        | bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống                                         | điểm a khoản 1 Điều 6 Nghị định số 52/2018/NĐ-CP |
        | giấy chứng nhận, huy chương, tác phẩm được trao tặng hoặc bản mô tả đặc trưng mang bản sắc văn hóa dân tộc | điểm b khoản 1 Điều 6 Nghị định số 52/2018/NĐ-CP |
      Và thành phần hồ sơ theo điểm a khoản 3 Điều 6 Nghị định số 52/2018/NĐ-CP

    @nd-52-2018/dieu-6/khoan-3/diem-c
    Kịch bản: Hồ sơ nhẹ hơn nhưng tiêu chí của nghề vẫn phải xét: nghề không còn phát triển thì không đủ điều kiện
      Biết nghề của làng đã được công nhận nghề truyền thống ngày 20/05/2020
      Và hồ sơ không có bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống
      Và hồ sơ không có bản mô tả đặc trưng mang bản sắc văn hóa dân tộc
      Và nghề không còn tiếp tục phát triển
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ đầy đủ
      Và thành phần hồ sơ theo điểm c khoản 3 Điều 6 Nghị định số 52/2018/NĐ-CP
      Và tiêu chí tiếp tục phát triển không đạt
      Và kiến nghị là không công nhận
