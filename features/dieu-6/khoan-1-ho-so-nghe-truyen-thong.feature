# language: vi
@nd-52-2018/dieu-6/khoan-1
Tính năng: Khoản 1 Điều 6: hồ sơ đề nghị công nhận nghề truyền thống

  a) Bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống;
  b) Bản sao giấy chứng nhận, huy chương, tác phẩm được trao tặng (nếu có); không có thì phải có
  bản mô tả đặc trưng mang bản sắc văn hóa dân tộc của nghề truyền thống;
  c) Bản sao giấy công nhận Nghệ nhân nghề truyền thống (nếu có).

  Bối cảnh:
    Biết một nghề đáp ứng đầy đủ các tiêu chí nghề truyền thống vào ngày 01/03/2024

  Quy tắc: Điểm a: bản tóm tắt quá trình hình thành, phát triển là bắt buộc

    @nd-52-2018/dieu-6/khoan-1/diem-a
    Kịch bản: Hồ sơ có bản tóm tắt và bản mô tả
      Biết hồ sơ chỉ gồm các giấy tờ sau:
        | bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống |
        | bản mô tả đặc trưng mang bản sắc văn hóa dân tộc                   |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ đầy đủ
      Và thành phần hồ sơ theo khoản 1 Điều 6 Nghị định số 52/2018/NĐ-CP

    @nd-52-2018/dieu-6/khoan-1/diem-a
    Kịch bản: Hồ sơ thiếu bản tóm tắt
      Biết hồ sơ không có bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ chưa đầy đủ, còn thiếu:
        | giấy tờ                                                            | căn cứ                                           |
        | bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống | điểm a khoản 1 Điều 6 Nghị định số 52/2018/NĐ-CP |

  Quy tắc: Điểm b: không có giấy chứng nhận, huy chương, tác phẩm được trao tặng thì phải có bản mô tả

    @nd-52-2018/dieu-6/khoan-1/diem-b @ranh-gioi
    Kịch bản: Có huy chương thì không cần bản mô tả
      Biết hồ sơ chỉ gồm các giấy tờ sau:
        | bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống |
        | giấy chứng nhận, huy chương, tác phẩm được trao tặng               |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ đầy đủ
      Và thành phần hồ sơ theo khoản 1 Điều 6 Nghị định số 52/2018/NĐ-CP

    @nd-52-2018/dieu-6/khoan-1/diem-b @ranh-gioi
    Kịch bản: Không có huy chương nhưng có bản mô tả
      Biết hồ sơ không có giấy chứng nhận, huy chương, tác phẩm được trao tặng
      Và hồ sơ có bản mô tả đặc trưng mang bản sắc văn hóa dân tộc
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ đầy đủ
      Và thành phần hồ sơ theo khoản 1 Điều 6 Nghị định số 52/2018/NĐ-CP

    @nd-52-2018/dieu-6/khoan-1/diem-b
    Kịch bản: Có cả huy chương và bản mô tả
      Biết hồ sơ có giấy chứng nhận, huy chương, tác phẩm được trao tặng
      Và hồ sơ có bản mô tả đặc trưng mang bản sắc văn hóa dân tộc
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ đầy đủ

    @nd-52-2018/dieu-6/khoan-1/diem-b
    Kịch bản: Không có huy chương, cũng không có bản mô tả
      Biết hồ sơ không có giấy chứng nhận, huy chương, tác phẩm được trao tặng
      Và hồ sơ không có bản mô tả đặc trưng mang bản sắc văn hóa dân tộc
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ chưa đầy đủ, còn thiếu:
        | giấy tờ                                                                                                    | căn cứ                                           |
        | giấy chứng nhận, huy chương, tác phẩm được trao tặng hoặc bản mô tả đặc trưng mang bản sắc văn hóa dân tộc | điểm b khoản 1 Điều 6 Nghị định số 52/2018/NĐ-CP |
      Và kiến nghị là bổ sung hồ sơ

    @nd-52-2018/dieu-6/khoan-1/diem-b
    Kịch bản: Hồ sơ không có giấy tờ nào
      Biết hồ sơ không có giấy tờ nào
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ chưa đầy đủ, còn thiếu:
        | giấy tờ                                                                                                    | căn cứ                                           |
        | bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống                                         | điểm a khoản 1 Điều 6 Nghị định số 52/2018/NĐ-CP |
        | giấy chứng nhận, huy chương, tác phẩm được trao tặng hoặc bản mô tả đặc trưng mang bản sắc văn hóa dân tộc | điểm b khoản 1 Điều 6 Nghị định số 52/2018/NĐ-CP |

  Quy tắc: Điểm c: giấy công nhận Nghệ nhân chỉ nộp nếu có

    @nd-52-2018/dieu-6/khoan-1/diem-c
    Kịch bản: Không có giấy công nhận Nghệ nhân, hồ sơ vẫn đầy đủ
      Biết hồ sơ không có giấy công nhận Nghệ nhân nghề truyền thống
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ đầy đủ
      Và thành phần hồ sơ theo khoản 1 Điều 6 Nghị định số 52/2018/NĐ-CP
      Và các giấy tờ chỉ nộp nếu có:
        | giấy tờ                                    | căn cứ                                           |
        | giấy công nhận Nghệ nhân nghề truyền thống | điểm c khoản 1 Điều 6 Nghị định số 52/2018/NĐ-CP |
      Và kiến nghị là công nhận

    @nd-52-2018/dieu-6/khoan-1/diem-c
    Kịch bản: Giấy công nhận Nghệ nhân không thay được bản mô tả
      Biết hồ sơ chỉ gồm các giấy tờ sau:
        | bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống |
        | giấy công nhận Nghệ nhân nghề truyền thống                         |
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ chưa đầy đủ, còn thiếu:
        | giấy tờ                                                                                                    | căn cứ                                           |
        | giấy chứng nhận, huy chương, tác phẩm được trao tặng hoặc bản mô tả đặc trưng mang bản sắc văn hóa dân tộc | điểm b khoản 1 Điều 6 Nghị định số 52/2018/NĐ-CP |
