# language: vi
@nd-52-2018/dieu-6/khoan-2
Tính năng: Khoản 2 Điều 6: hồ sơ đề nghị công nhận làng nghề

  a) Danh sách các hộ tham gia hoạt động ngành nghề nông thôn;
  b) Bản tóm tắt kết quả hoạt động sản xuất, kinh doanh của các tổ chức, cá nhân tham gia hoạt động
  ngành nghề nông thôn trong 02 năm gần nhất;
  c) Văn bản bảo đảm điều kiện về bảo vệ môi trường theo quy định.

  Bối cảnh:
    Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 01/03/2024

  Quy tắc: Cả ba giấy tờ đều bắt buộc

    @nd-52-2018/dieu-6/khoan-2/diem-a @nd-52-2018/dieu-6/khoan-2/diem-b @nd-52-2018/dieu-6/khoan-2/diem-c @ranh-gioi
    Kịch bản: Có đủ ba giấy tờ là đầy đủ, không đòi hỏi giấy tờ nào khác
      Biết hồ sơ chỉ gồm các giấy tờ sau:
        | danh sách các hộ tham gia hoạt động ngành nghề nông thôn |
        | bản tóm tắt kết quả sản xuất, kinh doanh 02 năm gần nhất |
        | văn bản bảo đảm điều kiện về bảo vệ môi trường           |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ đầy đủ
      Và thành phần hồ sơ theo khoản 2 Điều 6 Nghị định số 52/2018/NĐ-CP
      Và kiến nghị là công nhận

    @nd-52-2018/dieu-6/khoan-2/diem-a @nd-52-2018/dieu-6/khoan-2/diem-b @nd-52-2018/dieu-6/khoan-2/diem-c
    Kịch bản: Có thêm giấy tờ khác ngoài ba giấy tờ thì hồ sơ vẫn đầy đủ
      Biết hồ sơ chỉ gồm các giấy tờ sau:
        | danh sách các hộ tham gia hoạt động ngành nghề nông thôn           |
        | bản tóm tắt kết quả sản xuất, kinh doanh 02 năm gần nhất           |
        | văn bản bảo đảm điều kiện về bảo vệ môi trường                     |
        | bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ đầy đủ

    @nd-52-2018/dieu-6/khoan-2/diem-a
    Kịch bản: Điểm a: thiếu danh sách các hộ tham gia
      Biết hồ sơ không có danh sách các hộ tham gia hoạt động ngành nghề nông thôn
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ chưa đầy đủ, còn thiếu:
        | giấy tờ                                                  | căn cứ                                           |
        | danh sách các hộ tham gia hoạt động ngành nghề nông thôn | điểm a khoản 2 Điều 6 Nghị định số 52/2018/NĐ-CP |
      Và kiến nghị là bổ sung hồ sơ

    @nd-52-2018/dieu-6/khoan-2/diem-b
    Kịch bản: Điểm b: thiếu bản tóm tắt kết quả 02 năm gần nhất
      Biết hồ sơ không có bản tóm tắt kết quả sản xuất, kinh doanh 02 năm gần nhất
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ chưa đầy đủ, còn thiếu:
        | giấy tờ                                                  | căn cứ                                           |
        | bản tóm tắt kết quả sản xuất, kinh doanh 02 năm gần nhất | điểm b khoản 2 Điều 6 Nghị định số 52/2018/NĐ-CP |
      Và kiến nghị là bổ sung hồ sơ

    @nd-52-2018/dieu-6/khoan-2/diem-c
    Kịch bản: Điểm c: thiếu văn bản bảo đảm điều kiện về bảo vệ môi trường
      Biết hồ sơ không có văn bản bảo đảm điều kiện về bảo vệ môi trường
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ chưa đầy đủ, còn thiếu:
        | giấy tờ                                        | căn cứ                                           |
        | văn bản bảo đảm điều kiện về bảo vệ môi trường | điểm c khoản 2 Điều 6 Nghị định số 52/2018/NĐ-CP |
      Và kiến nghị là bổ sung hồ sơ

    @nd-52-2018/dieu-6/khoan-2/diem-a @nd-52-2018/dieu-6/khoan-2/diem-b @nd-52-2018/dieu-6/khoan-2/diem-c
    Kịch bản: Giấy tờ về nghề không thay được giấy tờ về làng
      Biết hồ sơ chỉ gồm các giấy tờ sau:
        | bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống |
        | giấy chứng nhận, huy chương, tác phẩm được trao tặng               |
        | bản mô tả đặc trưng mang bản sắc văn hóa dân tộc                   |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ chưa đầy đủ, còn thiếu:
        | giấy tờ                                                  | căn cứ                                           |
        | danh sách các hộ tham gia hoạt động ngành nghề nông thôn | điểm a khoản 2 Điều 6 Nghị định số 52/2018/NĐ-CP |
        | bản tóm tắt kết quả sản xuất, kinh doanh 02 năm gần nhất | điểm b khoản 2 Điều 6 Nghị định số 52/2018/NĐ-CP |
        | văn bản bảo đảm điều kiện về bảo vệ môi trường           | điểm c khoản 2 Điều 6 Nghị định số 52/2018/NĐ-CP |

    @nd-52-2018/dieu-6/khoan-2/diem-a @nd-52-2018/dieu-6/khoan-2/diem-b @nd-52-2018/dieu-6/khoan-2/diem-c
    Kịch bản: Hồ sơ chưa nêu danh mục giấy tờ thì coi như chưa nộp, kèm cảnh báo
      Biết hồ sơ chưa nêu danh mục giấy tờ
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ chưa đầy đủ, còn thiếu:
        | giấy tờ                                                  | căn cứ                                           |
        | danh sách các hộ tham gia hoạt động ngành nghề nông thôn | điểm a khoản 2 Điều 6 Nghị định số 52/2018/NĐ-CP |
        | bản tóm tắt kết quả sản xuất, kinh doanh 02 năm gần nhất | điểm b khoản 2 Điều 6 Nghị định số 52/2018/NĐ-CP |
        | văn bản bảo đảm điều kiện về bảo vệ môi trường           | điểm c khoản 2 Điều 6 Nghị định số 52/2018/NĐ-CP |
      Và có cảnh báo nêu "danh mục giấy tờ"
