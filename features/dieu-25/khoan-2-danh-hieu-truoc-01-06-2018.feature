# language: vi
@nd-52-2018/dieu-25/khoan-2
Tính năng: Khoản 2 Điều 25: quyết định công nhận trước ngày 01/06/2018

  Các quyết định công nhận trước ngày Nghị định có hiệu lực thi hành: a) phù hợp với các tiêu chí quy
  định tại Điều 5 thì Ủy ban nhân dân cấp tỉnh chỉ đạo thực hiện; b) chưa phù hợp thì Ủy ban nhân dân
  cấp tỉnh chỉ đạo các cơ quan chức năng tổ chức thực hiện việc khắc phục.

  Quy tắc: Điểm a: phù hợp với Điều 5 thì tiếp tục thực hiện

    Bối cảnh:
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 14/11/2024

    @nd-52-2018/dieu-25/khoan-2/diem-a
    Kịch bản: Làng nghề được công nhận năm 2008, nay có 22 % số hộ tham gia
      Biết làng đã được công nhận làng nghề ngày 15/10/2008
      Và vào ngày 01/06/2018 danh hiệu đó đã phù hợp với các tiêu chí tại Điều 5
      Và làng có 500 hộ, trong đó 110 hộ tham gia hoạt động ngành nghề nông thôn
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là giữ bằng công nhận
      Và tiêu chí tỷ lệ hộ tham gia đạt
      Và lý do nêu "22,00 %"

    @nd-52-2018/dieu-25/khoan-2/diem-a
    Kịch bản: Nay đạt mọi tiêu chí, không rõ năm 2018 có phù hợp hay không
      Biết làng đã được công nhận làng nghề ngày 15/10/2008
      Và vào ngày 01/06/2018 danh hiệu đó chưa rõ có phù hợp với các tiêu chí tại Điều 5 hay không
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là giữ bằng công nhận
      Và không có cảnh báo nào nêu "Điều 25"

    @nd-52-2018/dieu-25/khoan-2/diem-a
    Kịch bản: Năm 2018 chưa phù hợp, chưa có chỉ đạo khắc phục, nhưng nay đạt mọi tiêu chí
      Biết làng đã được công nhận làng nghề ngày 15/10/2008
      Và vào ngày 01/06/2018 danh hiệu đó chưa phù hợp với các tiêu chí tại Điều 5
      Và chưa có chỉ đạo khắc phục nào
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là giữ bằng công nhận
      Và không có cảnh báo nào nêu "Điều 25"

    @nd-52-2018/dieu-25/khoan-2/diem-a
    Kịch bản: Năm 2018 phù hợp nhưng nay không đạt thì đề nghị thu hồi
      Biết làng đã được công nhận làng nghề ngày 15/10/2008
      Và vào ngày 01/06/2018 danh hiệu đó đã phù hợp với các tiêu chí tại Điều 5
      Và làng có 970 hộ, trong đó 2 hộ tham gia hoạt động ngành nghề nông thôn
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận
      Và không có cảnh báo nào nêu "Điều 25"

  Quy tắc: Điểm b: chưa phù hợp với Điều 5 thì tổ chức khắc phục trước

    Bối cảnh:
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề truyền thống vào ngày 14/11/2024

    @nd-52-2018/dieu-25/khoan-2/diem-b
    Kịch bản: Làng nghề truyền thống được công nhận năm 2010 theo ngoại lệ cũ, chưa được khắc phục
      Biết làng đã được công nhận làng nghề truyền thống ngày 20/05/2010
      Và vào ngày 01/06/2018 danh hiệu đó chưa phù hợp với các tiêu chí tại Điều 5
      Và chưa có chỉ đạo khắc phục nào
      Và làng có 500 hộ, trong đó 60 hộ tham gia hoạt động ngành nghề nông thôn
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là tổ chức khắc phục
      Và kết quả rà soát theo điểm b khoản 2 Điều 25 Nghị định số 52/2018/NĐ-CP
      Và tiêu chí tỷ lệ hộ tham gia không đạt
      Và lý do nêu "12,00 %"

    @nd-52-2018/dieu-25/khoan-2/diem-b
    Kịch bản: Đã khắc phục mà nay vẫn không đạt thì đề nghị thu hồi
      Biết làng đã được công nhận làng nghề truyền thống ngày 20/05/2010
      Và vào ngày 01/06/2018 danh hiệu đó chưa phù hợp với các tiêu chí tại Điều 5
      Và Ủy ban nhân dân cấp tỉnh đã chỉ đạo khắc phục ngày 01/03/2019, khắc phục xong ngày 15/01/2020
      Và làng có 500 hộ, trong đó 60 hộ tham gia hoạt động ngành nghề nông thôn
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận
      Và không có cảnh báo nào nêu "Điều 25"

    @nd-52-2018/dieu-25/khoan-2/diem-b
    Kịch bản: Đã khắc phục và nay đạt mọi tiêu chí thì giữ bằng công nhận
      Biết làng đã được công nhận làng nghề truyền thống ngày 20/05/2010
      Và vào ngày 01/06/2018 danh hiệu đó chưa phù hợp với các tiêu chí tại Điều 5
      Và Ủy ban nhân dân cấp tỉnh đã chỉ đạo khắc phục ngày 01/03/2019, khắc phục xong ngày 15/01/2020
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là giữ bằng công nhận

    @nd-52-2018/dieu-25/khoan-2/diem-b
    Kịch bản: Không rõ năm 2018 có phù hợp hay không thì đề nghị thu hồi, kèm cảnh báo về Điều 25
      Biết làng đã được công nhận làng nghề truyền thống ngày 20/05/2010
      Và vào ngày 01/06/2018 danh hiệu đó chưa rõ có phù hợp với các tiêu chí tại Điều 5 hay không
      Và làng có 500 hộ, trong đó 60 hộ tham gia hoạt động ngành nghề nông thôn
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận
      Và kết quả rà soát theo khoản 6 Điều 6 Nghị định số 52/2018/NĐ-CP
      Và có cảnh báo nêu "Điều 25"

    @nd-52-2018/dieu-25/khoan-2/diem-b
    Kịch bản: Không rõ năm 2018 có phù hợp hay không, đã khắc phục, nay không đạt thì đề nghị thu hồi, vẫn kèm cảnh báo
      Biết làng đã được công nhận làng nghề truyền thống ngày 20/05/2010
      Và vào ngày 01/06/2018 danh hiệu đó chưa rõ có phù hợp với các tiêu chí tại Điều 5 hay không
      Và Ủy ban nhân dân cấp tỉnh đã chỉ đạo khắc phục ngày 01/03/2019, khắc phục xong ngày 15/01/2020
      Và làng có 500 hộ, trong đó 60 hộ tham gia hoạt động ngành nghề nông thôn
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận
      Và có cảnh báo nêu "Điều 25"

    @nd-52-2018/dieu-25/khoan-2/diem-b @ranh-gioi
    Khung kịch bản: Quyết định ngày <ngày>, năm 2018 chưa phù hợp, nay không đạt
      Biết làng đã được công nhận làng nghề truyền thống ngày <ngày>
      Và vào ngày 01/06/2018 danh hiệu đó chưa phù hợp với các tiêu chí tại Điều 5
      Và làng có 500 hộ, trong đó 60 hộ tham gia hoạt động ngành nghề nông thôn
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là <kết quả>

      Dữ liệu:
        | ngày       | kết quả                        |
        | 31/05/2018 | tổ chức khắc phục              |
        | 01/06/2018 | đề nghị thu hồi bằng công nhận |

    @nd-52-2018/dieu-25/khoan-2/diem-b @ranh-gioi
    Kịch bản: Quyết định ngày 31/05/2018, không rõ năm 2018 có phù hợp hay không, nay không đạt
      Biết làng đã được công nhận làng nghề truyền thống ngày 31/05/2018
      Và làng có 500 hộ, trong đó 60 hộ tham gia hoạt động ngành nghề nông thôn
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận
      Và kết quả rà soát theo khoản 6 Điều 6 Nghị định số 52/2018/NĐ-CP
      Và có cảnh báo nêu "Điều 25"

    @nd-52-2018/dieu-25/khoan-2/diem-b @ranh-gioi
    Kịch bản: Quyết định ngày 01/06/2018 thì không thuộc Điều 25
      Biết làng đã được công nhận làng nghề truyền thống ngày 01/06/2018
      Và làng có 500 hộ, trong đó 60 hộ tham gia hoạt động ngành nghề nông thôn
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận
      Và không có cảnh báo nào nêu "Điều 25"

  Quy tắc: Điểm b: nay chưa đủ căn cứ thì chưa kết luận, chỉ cảnh báo về việc khắc phục

    Bối cảnh:
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 14/11/2024
      Và hồ sơ chưa nêu tổng số hộ và số hộ tham gia

    @nd-52-2018/dieu-25/khoan-2/diem-b
    Kịch bản: Năm 2018 chưa phù hợp, chưa có chỉ đạo khắc phục, nay chưa rõ số hộ
      Biết làng đã được công nhận làng nghề ngày 15/10/2008
      Và vào ngày 01/06/2018 danh hiệu đó chưa phù hợp với các tiêu chí tại Điều 5
      Và chưa có chỉ đạo khắc phục nào
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là chưa đủ căn cứ
      Và có cảnh báo nêu "Điều 25"

    @nd-52-2018/dieu-25/khoan-2/diem-b
    Kịch bản: Năm 2018 chưa phù hợp, đã khắc phục, nay chưa rõ số hộ
      Biết làng đã được công nhận làng nghề ngày 15/10/2008
      Và vào ngày 01/06/2018 danh hiệu đó chưa phù hợp với các tiêu chí tại Điều 5
      Và Ủy ban nhân dân cấp tỉnh đã chỉ đạo khắc phục ngày 01/03/2019, khắc phục xong ngày 15/01/2020
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là chưa đủ căn cứ
      Và không có cảnh báo nào nêu "Điều 25"

    @nd-52-2018/dieu-25/khoan-2/diem-b
    Khung kịch bản: Vào ngày 01/06/2018 danh hiệu <tình trạng>, nay chưa rõ số hộ
      Biết làng đã được công nhận làng nghề ngày 15/10/2008
      Và vào ngày 01/06/2018 danh hiệu đó <tình trạng>
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là chưa đủ căn cứ
      Và không có cảnh báo nào nêu "Điều 25"

      Dữ liệu:
        | tình trạng                                               |
        | đã phù hợp với các tiêu chí tại Điều 5                   |
        | chưa rõ có phù hợp với các tiêu chí tại Điều 5 hay không |

    @nd-52-2018/dieu-25/khoan-2/diem-b @ranh-gioi
    Kịch bản: Quyết định ngày 31/05/2018, nay chưa rõ số hộ
      Biết làng đã được công nhận làng nghề ngày 31/05/2018
      Và vào ngày 01/06/2018 danh hiệu đó chưa phù hợp với các tiêu chí tại Điều 5
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là chưa đủ căn cứ
      Và có cảnh báo nêu "Điều 25"

    @nd-52-2018/dieu-25/khoan-2/diem-b @ranh-gioi
    Kịch bản: Quyết định ngày 01/06/2018, nay chưa rõ số hộ
      Biết làng đã được công nhận làng nghề ngày 01/06/2018
      Và vào ngày 01/06/2018 danh hiệu đó chưa phù hợp với các tiêu chí tại Điều 5
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là chưa đủ căn cứ
      Và không có cảnh báo nào nêu "Điều 25"

  Quy tắc: Cảnh báo về danh hiệu cũ dẫn đúng căn cứ, cho cả ba danh hiệu

    @nd-52-2018/dieu-25/khoan-2
    Khung kịch bản: Danh hiệu cũ <danh hiệu>, chưa rõ năm 2018 có phù hợp hay không, nay không đạt
      Biết một <đối tượng> đáp ứng đầy đủ các tiêu chí <danh hiệu> vào ngày 14/11/2024
      Và <đối tượng> đã được công nhận <danh hiệu> ngày 15/10/2008
      Và riêng tiêu chí hoạt động ngành nghề nông thôn không đạt
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận
      Và có cảnh báo nêu "trước ngày 01/06/2018" theo khoản 2 Điều 25 Nghị định số 52/2018/NĐ-CP

      Dữ liệu:
        | đối tượng | danh hiệu              |
        | nghề      | nghề truyền thống      |
        | làng      | làng nghề              |
        | làng      | làng nghề truyền thống |

    @nd-52-2018/dieu-25/khoan-2/diem-b
    Khung kịch bản: Danh hiệu cũ <danh hiệu>, năm 2018 chưa phù hợp, nay chưa đủ căn cứ
      Biết một <đối tượng> đáp ứng đầy đủ các tiêu chí <danh hiệu> vào ngày 14/11/2024
      Và <đối tượng> đã được công nhận <danh hiệu> ngày 15/10/2008
      Và vào ngày 01/06/2018 danh hiệu đó chưa phù hợp với các tiêu chí tại Điều 5
      Và riêng tiêu chí hoạt động ngành nghề nông thôn chưa đủ căn cứ
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là chưa đủ căn cứ
      Và có cảnh báo nêu "trước ngày 01/06/2018" theo điểm b khoản 2 Điều 25 Nghị định số 52/2018/NĐ-CP

      Dữ liệu:
        | đối tượng | danh hiệu              |
        | nghề      | nghề truyền thống      |
        | làng      | làng nghề              |
        | làng      | làng nghề truyền thống |

  Quy tắc: Chưa rõ quyết định trước hay từ ngày 01/06/2018 thì cảnh báo để xác định ngày

    Bối cảnh:
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 14/11/2024
      Và làng có 970 hộ, trong đó 2 hộ tham gia hoạt động ngành nghề nông thôn

    @nd-52-2018/dieu-25/khoan-2 @ranh-gioi
    Khung kịch bản: Quyết định một ngày chưa rõ từ <ngày đầu> đến <ngày cuối>, nay không đạt
      Biết làng đã được công nhận làng nghề, chưa rõ ngày nào trong khoảng <ngày đầu> đến <ngày cuối>
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận
      Và có cảnh báo nêu "xác định ngày của quyết định" theo khoản 2 Điều 25 Nghị định số 52/2018/NĐ-CP

      Dữ liệu:
        | ngày đầu   | ngày cuối  |
        | 31/05/2018 | 30/06/2018 |
        | 01/01/2018 | 01/06/2018 |

    @nd-52-2018/dieu-25/khoan-2 @ranh-gioi
    Khung kịch bản: Ngày chưa rõ từ <ngày đầu> đến <ngày cuối> không vắt qua ngày 01/06/2018
      Biết làng đã được công nhận làng nghề, chưa rõ ngày nào trong khoảng <ngày đầu> đến <ngày cuối>
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận
      Và không có cảnh báo nào nêu "xác định ngày của quyết định"

      Dữ liệu:
        | ngày đầu   | ngày cuối  |
        | 01/06/2018 | 30/06/2018 |
        | 01/05/2018 | 31/05/2018 |

    @nd-52-2018/dieu-25/khoan-2
    Kịch bản: Làng nghề truyền thống chưa rõ ngày quyết định, nay không đạt
      Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề truyền thống vào ngày 14/11/2024
      Và làng có 970 hộ, trong đó 2 hộ tham gia hoạt động ngành nghề nông thôn
      Và làng đã được công nhận làng nghề truyền thống, chưa rõ ngày nào trong khoảng 01/01/2018 đến 31/12/2018
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận
      Và có cảnh báo nêu "xác định ngày của quyết định" theo khoản 2 Điều 25 Nghị định số 52/2018/NĐ-CP

    @nd-52-2018/dieu-25/khoan-2
    Kịch bản: Chưa rõ ngày quyết định, năm 2018 chưa phù hợp, chưa được khắc phục
      Biết làng đã được công nhận làng nghề, chưa rõ ngày nào trong khoảng 01/01/2018 đến 31/12/2018
      Và vào ngày 01/06/2018 danh hiệu đó chưa phù hợp với các tiêu chí tại Điều 5
      Và chưa có chỉ đạo khắc phục nào
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận
      Và có cảnh báo nêu "xác định ngày của quyết định" theo khoản 2 Điều 25 Nghị định số 52/2018/NĐ-CP

    @nd-52-2018/dieu-25/khoan-2
    Kịch bản: Chưa rõ ngày quyết định, nhưng năm 2018 đã phù hợp
      Biết làng đã được công nhận làng nghề, chưa rõ ngày nào trong khoảng 01/01/2018 đến 31/12/2018
      Và vào ngày 01/06/2018 danh hiệu đó đã phù hợp với các tiêu chí tại Điều 5
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận
      Và không có cảnh báo nào nêu "xác định ngày của quyết định"

    @nd-52-2018/dieu-25/khoan-2
    Kịch bản: Chưa rõ ngày quyết định, nhưng đã được khắc phục
      Biết làng đã được công nhận làng nghề, chưa rõ ngày nào trong khoảng 01/01/2018 đến 31/12/2018
      Và vào ngày 01/06/2018 danh hiệu đó chưa phù hợp với các tiêu chí tại Điều 5
      Và Ủy ban nhân dân cấp tỉnh đã chỉ đạo khắc phục ngày 01/03/2019, khắc phục xong ngày 15/01/2020
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là đề nghị thu hồi bằng công nhận
      Và không có cảnh báo nào nêu "xác định ngày của quyết định"

    @nd-52-2018/dieu-25/khoan-2
    Kịch bản: Chưa rõ ngày quyết định, nay đạt mọi tiêu chí
      Biết làng có 970 hộ, trong đó 194 hộ tham gia hoạt động ngành nghề nông thôn
      Và làng đã được công nhận làng nghề, chưa rõ ngày nào trong khoảng 01/01/2018 đến 31/12/2018
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là giữ bằng công nhận
      Và không có cảnh báo nào nêu "xác định ngày của quyết định"

    @nd-52-2018/dieu-25/khoan-2
    Kịch bản: Chưa rõ ngày quyết định, nay chưa rõ số hộ
      Biết hồ sơ chưa nêu tổng số hộ và số hộ tham gia
      Và làng đã được công nhận làng nghề, chưa rõ ngày nào trong khoảng 01/01/2018 đến 31/12/2018
      Khi rà soát danh hiệu vào ngày 14/11/2024
      Thì kết quả rà soát là chưa đủ căn cứ
      Và không có cảnh báo nào nêu "xác định ngày của quyết định"
