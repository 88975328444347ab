# language: vi
@nd-52-2018/dieu-6/khoan-4/diem-b
Tính năng: Điểm b khoản 4 Điều 6: từ hồ sơ hợp lệ đến kiến nghị với Hội đồng xét duyệt

  Ủy ban nhân dân cấp tỉnh thành lập Hội đồng xét duyệt, chọn những đối tượng đủ tiêu chuẩn theo quy
  định tại Điều 5. Phần mềm chỉ kiến nghị; Hội đồng quyết định.

  Quy tắc: Hồ sơ chưa đầy đủ thì đề nghị bổ sung hồ sơ; đầy đủ thì kiến nghị theo kết quả xét tiêu chí

    Bối cảnh:
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 01/03/2024

    @nd-52-2018/dieu-6/khoan-4/diem-b
    Kịch bản: Hồ sơ đầy đủ, đủ điều kiện
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ đầy đủ
      Và kết quả xét công nhận là đủ điều kiện
      Và kiến nghị là công nhận

    @nd-52-2018/dieu-6/khoan-4/diem-b
    Kịch bản: Hồ sơ đầy đủ, không đủ điều kiện
      Biết riêng tiêu chí tỷ lệ hộ tham gia không đạt
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ đầy đủ
      Và kết quả xét công nhận là không đủ điều kiện
      Và kiến nghị là không công nhận

    @nd-52-2018/dieu-6/khoan-4/diem-b
    Kịch bản: Hồ sơ đầy đủ, chưa đủ căn cứ
      Biết riêng tiêu chí tỷ lệ hộ tham gia chưa đủ căn cứ
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì hồ sơ đầy đủ
      Và kết quả xét công nhận là chưa đủ căn cứ
      Và kiến nghị là bổ sung căn cứ

    @nd-52-2018/dieu-6/khoan-4/diem-b
    Khung kịch bản: Hồ sơ thiếu danh sách hộ, tỷ lệ hộ tham gia <kết luận>
      Biết riêng tiêu chí tỷ lệ hộ tham gia <kết luận>
      Và hồ sơ không có danh sách các hộ tham gia hoạt động ngành nghề nông thôn
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì kết quả xét công nhận là <kết quả>
      Nhưng kiến nghị là bổ sung hồ sơ

      Dữ liệu:
        | kết luận       | kết quả            |
        | đạt            | đủ điều kiện       |
        | không đạt      | không đủ điều kiện |
        | chưa đủ căn cứ | chưa đủ căn cứ     |

  Quy tắc: Mỗi danh hiệu xét theo khoản riêng của Điều 5; mọi kiến nghị theo điểm b khoản 4 Điều 6

    @nd-52-2018/dieu-6/khoan-4/diem-b
    Khung kịch bản: Danh hiệu <danh hiệu> xét theo <căn cứ>
      Biết một <đối tượng> đáp ứng đầy đủ các tiêu chí <danh hiệu> vào ngày 01/03/2024
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì kết quả xét công nhận là đủ điều kiện
      Và kết quả xét công nhận theo <căn cứ> Nghị định số 52/2018/NĐ-CP

      Dữ liệu:
        | đối tượng | danh hiệu              | căn cứ         |
        | nghề      | nghề truyền thống      | khoản 2 Điều 5 |
        | làng      | làng nghề              | khoản 3 Điều 5 |
        | làng      | làng nghề truyền thống | khoản 4 Điều 5 |

    @nd-52-2018/dieu-6/khoan-4/diem-b
    Khung kịch bản: Tỷ lệ hộ tham gia <kết luận>, kiến nghị <kiến nghị> theo điểm b khoản 4 Điều 6
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 01/03/2024
      Và riêng tiêu chí tỷ lệ hộ tham gia <kết luận>
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì kiến nghị là <kiến nghị>
      Và kiến nghị theo điểm b khoản 4 Điều 6 Nghị định số 52/2018/NĐ-CP

      Dữ liệu:
        | kết luận       | kiến nghị       |
        | đạt            | công nhận       |
        | không đạt      | không công nhận |
        | chưa đủ căn cứ | bổ sung căn cứ  |

    @nd-52-2018/dieu-6/khoan-4/diem-b
    Kịch bản: Kiến nghị bổ sung hồ sơ cũng theo điểm b khoản 4 Điều 6
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 01/03/2024
      Nhưng hồ sơ không có giấy tờ nào
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì kiến nghị là bổ sung hồ sơ
      Và kiến nghị theo điểm b khoản 4 Điều 6 Nghị định số 52/2018/NĐ-CP

  Quy tắc: Hồ sơ tự mâu thuẫn thì không hợp lệ, không được xét

    @nd-52-2018/dieu-6/khoan-4/diem-b
    Kịch bản: Số hộ tham gia nhiều hơn tổng số hộ
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 01/03/2024
      Và làng có 480 hộ, trong đó 481 hộ tham gia hoạt động ngành nghề nông thôn
      Khi tiếp nhận hồ sơ
      Thì hồ sơ không hợp lệ

    @nd-52-2018/dieu-6/khoan-4/diem-b @ranh-gioi
    Kịch bản: Số hộ tham gia bằng tổng số hộ
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 01/03/2024
      Và làng có 480 hộ, trong đó 480 hộ tham gia hoạt động ngành nghề nông thôn
      Khi tiếp nhận hồ sơ
      Thì hồ sơ được tiếp nhận

    @nd-52-2018/dieu-6/khoan-4/diem-b
    Kịch bản: Làng không có hộ nào
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 01/03/2024
      Và làng có 0 hộ, trong đó 0 hộ tham gia hoạt động ngành nghề nông thôn
      Khi tiếp nhận hồ sơ
      Thì hồ sơ không hợp lệ

    @nd-52-2018/dieu-6/khoan-4/diem-b
    Kịch bản: Hồ sơ nghề truyền thống nêu hai nghề
      Biết một nghề đáp ứng đầy đủ các tiêu chí nghề truyền thống vào ngày 01/03/2024
      Và làng có các nghề sau:
        | nghề | xuất hiện tại địa phương từ | đang tiếp tục phát triển | mang bản sắc văn hóa dân tộc | gắn với tên tuổi của nghệ nhân | gắn với tên tuổi của làng nghề |
        | Gốm  | thế kỷ XVI                  | có                       | có                           | Nguyễn Văn An                  | có                             |
        | Thêu | thế kỷ XVI                  | có                       | có                           | Trần Thị Bình                  | có                             |
      Khi tiếp nhận hồ sơ
      Thì hồ sơ không hợp lệ

    @nd-52-2018/dieu-6/khoan-4/diem-b
    Kịch bản: Hồ sơ nghề truyền thống không nêu nghề nào
      Biết một nghề đáp ứng đầy đủ các tiêu chí nghề truyền thống vào ngày 01/03/2024
      Nhưng làng không có nghề nào được lưu truyền
      Khi tiếp nhận hồ sơ
      Thì hồ sơ không hợp lệ
