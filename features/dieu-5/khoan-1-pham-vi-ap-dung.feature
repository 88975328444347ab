# language: vi
@nd-52-2018/dieu-5/khoan-1
Tính năng: Khoản 1 Điều 5: hoạt động trong lĩnh vực ngành nghề nông thôn

  Tiêu chí công nhận áp dụng đối với các đối tượng có hoạt động trong lĩnh vực
  ngành nghề nông thôn được quy định tại Điều 4 Nghị định số 52/2018/NĐ-CP.

  Quy tắc: Làng phải có hoạt động thuộc ít nhất một trong bảy khoản của Điều 4

    Bối cảnh:
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 01/03/2024

    @nd-52-2018/dieu-5/khoan-1
    Khung kịch bản: Hoạt động <hoạt động> là ngành nghề nông thôn
      Biết làng có hoạt động quy định tại khoản <khoản> Điều 4
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí hoạt động ngành nghề nông thôn đạt
      Và căn cứ là khoản 1 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là đủ điều kiện

      Dữ liệu:
        | khoản | hoạt động                                           |
        | 1     | chế biến, bảo quản nông, lâm, thủy sản              |
        | 2     | sản xuất hàng thủ công mỹ nghệ                      |
        | 3     | xử lý, chế biến nguyên vật liệu                     |
        | 4     | sản xuất đồ gỗ, mây tre đan, gốm sứ                 |
        | 5     | sản xuất và kinh doanh sinh vật cảnh                |
        | 6     | sản xuất muối                                       |
        | 7     | dịch vụ phục vụ sản xuất, đời sống dân cư nông thôn |

    @nd-52-2018/dieu-5/khoan-1 @ranh-gioi
    Kịch bản: Chỉ một hoạt động thuộc Điều 4 đã là đủ
      Biết làng có hoạt động quy định tại khoản 6 Điều 4
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí hoạt động ngành nghề nông thôn đạt

    @nd-52-2018/dieu-5/khoan-1
    Kịch bản: Làng có nhiều hoạt động thuộc các khoản khác nhau của Điều 4
      Biết làng có hoạt động quy định tại khoản 2, 4, 7 Điều 4
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí hoạt động ngành nghề nông thôn đạt

    @nd-52-2018/dieu-5/khoan-1
    Kịch bản: Làng không có hoạt động nào thuộc Điều 4
      Biết làng không có hoạt động nào quy định tại Điều 4
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí hoạt động ngành nghề nông thôn không đạt
      Và căn cứ là khoản 1 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là không đủ điều kiện

    @nd-52-2018/dieu-5/khoan-1
    Kịch bản: Hồ sơ chưa nêu làng hoạt động trong lĩnh vực nào
      Biết hồ sơ chưa nêu hoạt động ngành nghề nông thôn
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí hoạt động ngành nghề nông thôn chưa đủ căn cứ
      Và kết quả xét công nhận là chưa đủ căn cứ

  Quy tắc: Nghề được đề nghị công nhận cũng phải thuộc Điều 4

    Bối cảnh:
      Biết một nghề đáp ứng đầy đủ các tiêu chí nghề truyền thống vào ngày 01/03/2024

    @nd-52-2018/dieu-5/khoan-1
    Kịch bản: Nghề thuộc khoản 2 Điều 4
      Biết nghề thuộc hoạt động quy định tại khoản 2 Điều 4
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí hoạt động ngành nghề nông thôn đạt
      Và căn cứ là khoản 1 Điều 5 Nghị định số 52/2018/NĐ-CP
      Và kết quả xét công nhận là đủ điều kiện

    @nd-52-2018/dieu-5/khoan-1
    Kịch bản: Nghề không thuộc khoản nào của Điều 4
      Biết nghề không thuộc hoạt động nào quy định tại Điều 4
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí hoạt động ngành nghề nông thôn không đạt
      Và kết quả xét công nhận là không đủ điều kiện

    @nd-52-2018/dieu-5/khoan-1
    Kịch bản: Hồ sơ chưa nêu nghề thuộc khoản nào của Điều 4
      Biết hồ sơ chưa nêu hoạt động ngành nghề nông thôn
      Khi Hội đồng xét duyệt xem xét hồ sơ
      Thì tiêu chí hoạt động ngành nghề nông thôn chưa đủ căn cứ
      Và kết quả xét công nhận là chưa đủ căn cứ
