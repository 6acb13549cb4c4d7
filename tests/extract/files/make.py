#!/usr/bin/env python3
"""Makes the reports of this folder with tools other than focalpoint: openpyxl, LibreOffice, Chromium, qpdf.

Run by hand after a change of the contents below; the tests read the files as they stand. All persons are invented.

A table is written as in `notation.rs`: `# sheet NAME` or `# hidden sheet NAME`, then rows `| cell | cell |`, `<`
continues the cell to the left, `^` the cell above, `\\n` breaks a line, `@2024-01-31T10:20:30` is a typed date and `=12`
a typed number; `|= text` is one cell over the whole width, `| ` with empty cells an empty row.
A text is written in paragraphs: `^` centres, `>` indents, `---` begins a page, rows of cells make a table.
"""

import datetime
import html
import pathlib
import re
import subprocess
import sys
import tempfile

import openpyxl
from openpyxl.styles import Alignment, Border, Font, Side

HERE = pathlib.Path(__file__).parent

FLAT = r"""
# sheet แบบรายงาน
|= แบบรายงานกิจกรรมด้านการต่างประเทศ
|= ประจำเดือนมิถุนายน ๒๕๖๗
|= หน่วยงาน สำนักอนามัย
|
| ลำดับ | วัน เดือน ปี | กิจกรรม | ประเทศ/หน่วยงาน | สถานที่ | ผู้เข้าร่วม | ผลการดำเนินงาน | หมายเหตุ |
| ๑ | ๔ มิ.ย. ๖๗ | ประชุมหารือแนวทางป้องกันโรคไข้เลือดออก | สถาบันเวชศาสตร์เขตร้อน มหาวิทยาลัยนางาซากิ | ห้องประชุมสำนักอนามัย ชั้น ๕ | ผู้อำนวยการสำนักอนามัย และคณะ รวม ๑๒ คน | แลกเปลี่ยนข้อมูลการเฝ้าระวังลูกน้ำยุงลาย และจะจัดทำแผนวิจัยร่วมกัน | - |
| ๒ | ๑๓ - ๑๔ มิ.ย. ๖๗ | อบรมเชิงปฏิบัติการการรับมือคลื่นความร้อนในเขตเมือง | องค์การอนามัยโลก (WHO) | โรงแรมเอเชีย | เจ้าหน้าที่ศูนย์บริการสาธารณสุข ๔๐ คน | ผู้เข้าอบรมจัดทำแผนเผชิญเหตุได้ครบทุกศูนย์ | |
| ๓ | ๒๗ มิ.ย. ๖๗ | ต้อนรับคณะศึกษาดูงานด้านการดูแลผู้สูงอายุ | นครหลวงเวียงจันทน์ | ศูนย์บริการสาธารณสุข ๔ ดินแดง | รองผู้อำนวยการสำนักอนามัย | คณะให้ความสนใจระบบเยี่ยมบ้าน | ภาพกิจกรรมแนบ |
| รวม | | ๓ กิจกรรม | | | | | |
| | | | | | ลงชื่อ.........................ผู้รายงาน | < | < |
| | | | | | (นางสาวสมมติ ใจงาม) | < | < |
| | | | | | ตำแหน่ง นักวิชาการสาธารณสุขชำนาญการ | < | < |
"""

TWO_ROWS = r"""
# sheet Sheet1
|= สรุปภารกิจด้านการต่างประเทศ ประจำเดือนกุมภาพันธ์ 2568
|= ส่วนราชการ สำนักการจราจรและขนส่ง
| ที่ | วันที่ | เรื่อง | ผู้แทนฝ่ายต่างประเทศ | < | < | ผู้แทน กทม. | < | สรุปผล |
| ^ | ^ | ^ | ชื่อ/ตำแหน่ง | หน่วยงาน | ประเทศ | ประธาน | ผู้ร่วม | ^ |
| (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9) |
| 1 | 7 ก.พ. 2568 | หารือการพัฒนาระบบสัญญาณไฟจราจรแบบปรับเวลาได้ | Mr. Sample Person ผู้จัดการโครงการ | องค์การความร่วมมือระหว่างประเทศของญี่ปุ่น (JICA) | ญี่ปุ่น | ผู้อำนวยการสำนักการจราจรและขนส่ง | กองพัฒนาระบบจราจร | ตกลงขยายพื้นที่ทดลองอีก 8 ทางแยก |
| 2 | 18 ก.พ. 2568 | ศึกษาดูงานระบบเดินเรือไฟฟ้าในคลองผดุงกรุงเกษม | Ms. Invented Name รองนายกเทศมนตรี | เทศบาลนครโฮจิมินห์ | เวียดนาม | รองผู้อำนวยการสำนักการจราจรและขนส่ง | สำนักงานระบบขนส่ง | คณะขอข้อมูลต้นทุนการเดินเรือ |
| 3 | 26-27 ก.พ. 2568 | ประชุมเชิงปฏิบัติการความปลอดภัยทางถนน | Dr. Test Only | Bloomberg Philanthropies | สหรัฐอเมริกา | ผู้อำนวยการกองวิศวกรรมจราจร | ตำรวจจราจร | ได้ร่างแผนลดความเร็วในเขตโรงเรียน |
| หมายเหตุ : ข้อมูล ณ วันที่ 3 มีนาคม 2568 | < | < | < | < | < | < | < | < |
"""

QUARTERS = r"""
# sheet แผนปี69
|= รายงานความก้าวหน้าโครงการด้านการต่างประเทศ ปีงบประมาณ พ.ศ. 2569
|= สำนักพัฒนาสังคม กรุงเทพมหานคร
| ที่ | โครงการ/กิจกรรม | เป้าหมาย | ผลการดำเนินงาน | < | < | < | < | < | < | < | < | < | < | < | รวม |
| ^ | ^ | ^ | ไตรมาส 1 | < | < | ไตรมาส 2 | < | < | ไตรมาส 3 | < | < | ไตรมาส 4 | < | < | ^ |
| ^ | ^ | ^ | ต.ค. | พ.ย. | ธ.ค. | ม.ค. | ก.พ. | มี.ค. | เม.ย. | พ.ค. | มิ.ย. | ก.ค. | ส.ค. | ก.ย. | ^ |
| 1 | โครงการแลกเปลี่ยนผู้นำชุมชนกับนครแต้จิ๋ว | 1 | | ✓ | | | | | | | | | | | =1 |
| 2 | ประชุมเครือข่ายเมืองที่เป็นมิตรกับผู้สูงอายุกับ HelpAge International | 3 | | | =1 | =1 | =1 | | | | | | | | =3 |
| 3 | อบรมอาสาสมัครดูแลคนพิการร่วมกับ ESCAP | 1 | | | | | | | | ● | | | | | =1 |
| รวม | | 5 | | =1 | =1 | =1 | =1 | | | =1 | | | | | =5 |
"""

MONTH_SECTIONS = r"""
# sheet ไตรมาส1
|= รายงานผลการดำเนินงานด้านการต่างประเทศ ไตรมาสที่ 1 ปีงบประมาณ พ.ศ. 2569
|= สำนักวัฒนธรรม กีฬา และการท่องเที่ยว
| วันที่ | รายการ | ผู้แทน/หน่วยงานต่างประเทศ | สถานที่จัด | สาระสำคัญ |
| เดือนตุลาคม 2568 | < | < | < | < |
| =7 | นิทรรศการภาพถ่ายเมืองคู่มิตร | สถานเอกอัครราชทูตฮังการี | หอศิลปวัฒนธรรมแห่งกรุงเทพมหานคร | มีผู้เข้าชม 1,200 คน |
| 15 - 17 | เทศกาลดนตรีริมคลองกับวงดนตรีจากเมืองปูซาน | สำนักงานเมืองปูซาน | คลองโอ่งอ่าง | การแสดง 6 รอบ |
| เดือนพฤศจิกายน 2568 | < | < | < | < |
| 28-30 | การแข่งขันกรุงเทพมาราธอนนานาชาติ | สมาคมกรีฑาโลก | ลานคนเมือง | นักวิ่งต่างชาติ 900 คน |
| เดือนธันวาคม 2568 | < | < | < | < |
| ไม่มีกิจกรรม | < | < | < | < |
"""

SECTIONS = r"""
# sheet รวมหน่วยงาน
|= สรุปผลการดำเนินงานด้านการต่างประเทศของหน่วยงานในสังกัดกรุงเทพมหานคร
|= ระหว่างวันที่ 1 - 31 สิงหาคม 2567
| ลำดับ | โครงการ/กิจกรรม | วันที่ดำเนินการ | หน่วยงานที่ร่วมดำเนินการ | ความคืบหน้า |
| 1. สำนักการระบายน้ำ | < | < | < | < |
| 1.1 | ศึกษาดูงานการจัดการน้ำท่วมเมือง | 6 ส.ค. 67 | สถานเอกอัครราชทูตเนเธอร์แลนด์ | ได้แนวทางทำบ่อหน่วงน้ำใต้ดิน |
| 1.2 | ประชุมทางไกลเรื่องการพยากรณ์ฝน | 20 ส.ค. 67 | มหาวิทยาลัยเกียวโต | จะส่งข้อมูลเรดาร์ให้ทุกเดือน |
| 2. สำนักเทศกิจ | < | < | < | < |
| 2.1 | ต้อนรับคณะผู้บริหารจากเมืองเสียมราฐ | 22 ส.ค. 67 | เทศบาลเมืองเสียมราฐ | แลกเปลี่ยนการจัดระเบียบหาบเร่แผงลอย |
| 3. สำนักงานเขตพระนคร | < | < | < | < |
| 3.1 | เดินชมชุมชนเก่ากับคณะทูตานุทูต | 30 ส.ค. 67 | คณะทูตานุทูตประจำประเทศไทย | คณะชื่นชมการอนุรักษ์ |
| รวมทั้งสิ้น 4 กิจกรรม | < | < | < | < |
"""

MONTHS = r"""
# sheet สรุป
| เดือน | จำนวนกิจกรรม | ผู้เข้าร่วม (คน) |
| ตุลาคม | =2 | =64 |
| พฤศจิกายน | =1 | =25 |
| รวม | =3 | =89 |
# sheet ต.ค.66
|= กิจกรรมด้านการต่างประเทศ เดือนตุลาคม 2566
|= หน่วยงาน : สำนักการศึกษา
| ที่ | ว/ด/ป | ชื่อกิจกรรม | ประเทศ | ผลที่ได้รับ |
| =1 | @2023-10-09 | ครูอาสาสมัครชาวอังกฤษเข้ารายงานตัว | สหราชอาณาจักร | จัดครูลง 12 โรงเรียน |
| =2 | @2023-10-24 | นักเรียนเข้าร่วมค่ายวิทยาศาสตร์เยาวชนอาเซียน | มาเลเซีย | ได้รับรางวัลชมเชย |
# sheet พ.ย.66
|= กิจกรรมด้านการต่างประเทศ เดือนพฤศจิกายน 2566
|= หน่วยงาน : สำนักการศึกษา
| ที่ | ว/ด/ป | ชื่อกิจกรรม | ประเทศ | ผลที่ได้รับ |
| =1 | @2023-11-15 | ลงนามความร่วมมือโรงเรียนคู่พัฒนา | สิงคโปร์ | แลกเปลี่ยนครูปีละ 4 คน |
# hidden sheet แบบปี65
| ที่ | ว/ด/ป | ชื่อกิจกรรม | ประเทศ | ผลที่ได้รับ |
| =1 | @2022-11-02 | ต้อนรับคณะครูจากเมืองอินชอน | เกาหลีใต้ | แลกเปลี่ยนหลักสูตร |
"""

DIARY = r"""
# sheet ภารกิจ
|= ภารกิจรองผู้ว่าราชการกรุงเทพมหานคร
|= ระหว่างวันที่ 3 - 5 มีนาคม 2568
| วันที่ | เวลา | ภารกิจ | สถานที่ | การแต่งกาย | ผู้ประสาน/โทร. |
| จันทร์ที่ 3 มี.ค. 68 | 09.00 น. | ประชุมคณะกรรมการบริหารจัดการมูลฝอย | ห้องเจ้าพระยา | สุภาพ | คุณเอก 1530 |
| ^ | 13.30 น. | เอกอัครราชทูตเม็กซิโกประจำประเทศไทยเข้าเยี่ยมคารวะ | ห้องอมรพิมาน | สากล | คุณโท 1531 |
| อังคารที่ 4 มี.ค. 68 | 10.00 น. | ตรวจความพร้อมสวนสาธารณะ | สวนเบญจกิติ | ตามสบาย | คุณตรี 1532 |
| ^ | 18.00 น. | ร่วมงานเลี้ยงรับรองวันชาติเอสโตเนีย | โรงแรมแชงกรี-ลา | สากล | คุณเอก 1530 |
| พุธที่ 5 มี.ค. 68 | 08.30 น. | บันทึกเทปรายการโทรทัศน์ | ศาลาว่าการกรุงเทพมหานคร | สุภาพ | - |
"""

TRAVEL = r"""
# sheet ทะเบียน
|= ทะเบียนการเดินทางไปราชการต่างประเทศ ปีงบประมาณ 2567
|= สำนักการวางผังและพัฒนาเมือง
| ลำดับ | ชื่อ-สกุล | ตำแหน่ง/สังกัด | ประเทศ | เรื่อง/หลักสูตร | ตั้งแต่วันที่ | ถึงวันที่ | งบประมาณ (แหล่ง) |
| 1 | นายหนึ่ง ลองดู | ผู้อำนวยการสำนัก | ฝรั่งเศส | การประชุม World Urban Forum Preview | 12 พ.ค. 67 | 16 พ.ค. 67 | ผู้จัด |
| 2 | นางสอง ลองทำ | สถาปนิกชำนาญการ | ฝรั่งเศส | การประชุม World Urban Forum Preview | 12 พ.ค. 67 | 16 พ.ค. 67 | ผู้จัด |
| 3 | นางสาวสาม ลองเขียน | นักผังเมืองปฏิบัติการ | ฝรั่งเศส | การประชุม World Urban Forum Preview | 12 พ.ค. 67 | 16 พ.ค. 67 | กทม. |
| 4 | นายสี่ ลองอ่าน | วิศวกรโยธาชำนาญการ | ออสเตรเลีย | หลักสูตรการออกแบบเมืองทุกวัย | 3 มิ.ย. 67 | 28 มิ.ย. 67 | ทุนรัฐบาลออสเตรเลีย |
"""

TRIP_REPORT = r"""
^ รายงานการเดินทางไปราชการ ณ ต่างประเทศ
ชื่อ - นามสกุล : นางสาวห้า ลองคิด
ตำแหน่ง : นักวิชาการสิ่งแวดล้อมชำนาญการ
สังกัด : สำนักสิ่งแวดล้อม
เรื่อง : การประชุมสุดยอดนายกเทศมนตรีว่าด้วยคุณภาพอากาศ
ระหว่างวันที่ : ๘ - ๑๑ ตุลาคม ๒๕๖๗
ณ ประเทศ : สาธารณรัฐเกาหลี
แหล่งทุน : เครือข่ายเมือง C40
๑. วัตถุประสงค์
> เพื่อนำเสนอแผนลดฝุ่นละอองของกรุงเทพมหานคร
๒. สาระสำคัญ
> ที่ประชุมรับรองปฏิญญาเขตมลพิษต่ำ และเปิดตัวกองทุนสนับสนุนเมืองกำลังพัฒนา
๓. ปัญหา/อุปสรรค
> ไม่มี
๔. ข้อเสนอแนะ
> ควรเสนอขอรับการสนับสนุนจากกองทุนภายในปีงบประมาณนี้
"""

ACTIVITY_FORM = r"""
# sheet แบบ1
|= แบบรายงานผลการดำเนินกิจกรรมด้านการต่างประเทศ (แบบ กตท. ๐๑)
| หน่วยงาน | สำนักป้องกันและบรรเทาสาธารณภัย | < | < |
| ชื่อกิจกรรม | การฝึกร่วมค้นหาและช่วยเหลือผู้ประสบภัยอาคารถล่ม | < | < |
| วันที่ | ๑๙ - ๒๒ พฤษภาคม ๒๕๖๘ | สถานที่ | ศูนย์ฝึกดับเพลิงหนองจอก |
| หน่วยงานต่างประเทศ | กองกำลังป้องกันพลเรือนสิงคโปร์ (SCDF) | จำนวนผู้เข้าร่วม | ๖๐ คน |
| ผลการดำเนินงาน | เจ้าหน้าที่ผ่านการทดสอบ ๕๔ คน | < | < |
| ปัญหา/อุปสรรค | อุปกรณ์ตัดถ่างไม่เพียงพอ | < | < |
| แนวทางการดำเนินงานต่อไป | จัดฝึกรอบสองเดือนพฤศจิกายน | < | < |
"""

MEMO_ITEMS = r"""
^ บันทึกข้อความ
ส่วนราชการ สำนักงานเขตปทุมวัน (ฝ่ายปกครอง โทร. ๐ ๒๒๑๔ ๐๐๐๐)
ที่ กท ๕๕๐๑/๗๘๙ วันที่ ๒ กรกฎาคม ๒๕๖๗
เรื่อง รายงานผลการดำเนินงานด้านการต่างประเทศ ประจำเดือนมิถุนายน ๒๕๖๗
เรียน ผู้อำนวยการสำนักงานการต่างประเทศ
> ตามหนังสือที่อ้างถึง ขอให้หน่วยงานรายงานกิจกรรมด้านการต่างประเทศทุกเดือนนั้น
> สำนักงานเขตปทุมวันขอรายงาน ดังนี้
> ๑. เมื่อวันที่ ๕ มิถุนายน ๒๕๖๗ ผู้อำนวยการเขตปทุมวันให้การต้อนรับคณะผู้แทนเขตชิบูยะ กรุงโตเกียว ณ สำนักงานเขตปทุมวัน โดยแลกเปลี่ยนเรื่องการดูแลพื้นที่ย่านการค้า
> ๒. เมื่อวันที่ ๑๗ มิถุนายน ๒๕๖๗ เข้าร่วมการเดินรณรงค์วันผู้ลี้ภัยโลกกับ UNHCR ณ หอศิลปวัฒนธรรมแห่งกรุงเทพมหานคร
> จึงเรียนมาเพื่อโปรดทราบ
^ (นายหก ลองพูด)
^ ผู้อำนวยการเขตปทุมวัน
"""

MEMO_TABLE = r"""
^ บันทึกข้อความ
ส่วนราชการ สำนักการแพทย์ (สำนักงานเลขานุการ โทร. ๐ ๒๒๒๐ ๐๐๐๐)
ที่ กท ๐๖๐๑/๑๑๒ วันที่ ๕ ธันวาคม ๒๕๖๖
เรื่อง รายงานกิจกรรมด้านการต่างประเทศ ประจำเดือนพฤศจิกายน ๒๕๖๖
เรียน ปลัดกรุงเทพมหานคร
> สำนักการแพทย์ขอรายงานกิจกรรมด้านการต่างประเทศ รายละเอียดตามเอกสารแนบ
> จึงเรียนมาเพื่อโปรดทราบ
^ (นางเจ็ด ลองฟัง)
^ ผู้อำนวยการสำนักการแพทย์
---
^ เอกสารแนบ
| ลำดับที่ | วันที่ | กิจกรรม | หน่วยงานต่างประเทศ | สถานที่ | ผลการดำเนินการ |
| ๑ | ๘ พ.ย. ๒๕๖๖ | สัมมนาการแพทย์ฉุกเฉินในเมืองใหญ่ | โรงพยาบาลชางงี | โรงพยาบาลกลาง | จัดทำคู่มือร่วมกัน |
| ๒ | ๒๑ - ๒๓ พ.ย. ๒๕๖๖ | คณะแพทย์ศึกษาดูงานศูนย์หัวใจ | มหาวิทยาลัยแพทย์ไทเป | โรงพยาบาลตากสิน | รับแพทย์ฝึกงาน ๓ คน |
"""

PRINTOUT = r"""
# sheet Sheet1
| รหัสโครงการ | 07110000-8120 |
| ปี | 2568 |
| ชื่อโครงการ | โครงการเครือข่ายเมืองอาหารปลอดภัยร่วมกับเมืองมิลาน |
| Policy ID | 118 |
| งบฯ ที่ได้รับ (บาท) | 850,000 |
| งบฯ ที่ใช้ไป (บาท) | 320,500 |
| คืบหน้าล่าสุด (ร้อยละ) | 60 |
| หน่วยงาน | สำนักอนามัย (1420) |
| Start Date | 2024-11-01 00:00:00.000 |
| Finish Date | 2025-08-31 00:00:00.000 |
| หลักการและเหตุผล | กรุงเทพมหานครร่วมลงนามใน Milan Urban Food Policy Pact |
"""

KPI = r"""
# sheet KPI
|= รายงานผลตามตัวชี้วัด ปีงบประมาณ พ.ศ. 2567 สำนักงานการต่างประเทศ
| ตัวชี้วัด | หน่วยนับ | ค่าเป้าหมาย | ไตรมาส 1 | ไตรมาส 2 | คำอธิบาย |
| จำนวนกิจกรรมความร่วมมือกับเมืองพี่เมืองน้อง | กิจกรรม | =4 | =2 | =1 | ไตรมาสที่ 1\n๑. วันที่ 18 ต.ค. 66 ประชุมทางไกลกับนครฉงชิ่งเรื่องการท่องเที่ยว\n๒. วันที่ 29 พ.ย. 66 ต้อนรับคณะผู้แทนเมืองไอจิ\nไตรมาสที่ 2\n๑. วันที่ 11 ม.ค. 67 ลงนามแผนปฏิบัติการกับนครปักกิ่ง |
| ร้อยละของบุคลากรที่ผ่านการอบรมภาษา | ร้อยละ | =80 | =40 | =75 | อยู่ระหว่างดำเนินการ |
"""

PRESS = r"""
^ ข่าวประชาสัมพันธ์ กรุงเทพมหานคร
> (14 พ.ค.69) เวลา 14.00 น. นายแปด ลองเดิน รองผู้ว่าราชการกรุงเทพมหานคร ให้การต้อนรับนายกเทศมนตรีเมืองบริสเบน ในโอกาสหารือความร่วมมือด้านการจัดการภัยพิบัติ ณ ห้องเทเวศร์ ศาลาว่าการกรุงเทพมหานคร
> (20 พ.ค.69) นางเก้า ลองวิ่ง ปลัดกรุงเทพมหานคร เป็นประธานเปิดสัมมนาเมืองน่าอยู่ ร่วมกับธนาคารพัฒนาเอเชีย ณ โรงแรมดิเอมเมอรัลด์
> (22 พ.ค.69) เวลา 09.00 น. นายแปด ลองเดิน รองผู้ว่าราชการกรุงเทพมหานคร ลงพื้นที่ตรวจเขื่อนริมแม่น้ำเจ้าพระยา ณ ท่าน้ำสาทร
"""

SERVICES = r"""
# sheet ทะเบียน
| ทะเบียนคุมงานแปลและล่าม เดือนกันยายน 2566 | | | | | | | | |
| กลุ่มงานแปลและล่าม สำนักงานการต่างประเทศ | | | | | | | | |
| ลำดับ | วันที่รับ | เลขที่หนังสือ | หน่วยงานที่ขอ | เรื่อง | ประเภท (แปล/ล่าม/ร่าง) | ภาษา | จำนวนหน้า | วันที่เสร็จ |
| 1 | 4 ก.ย. 66 | กท 0801/55 | สำนักการศึกษา | แปลหนังสือเชิญประชุมผู้นำนักเรียนอาเซียน | แปล | อังกฤษ | 3 | 6 ก.ย. 66 |
| 2 | 12 ก.ย. 66 | กท 1102/78 | สำนักสิ่งแวดล้อม | ล่ามในการหารือกับผู้แทนนครเซี่ยงไฮ้ | ล่าม | จีน | - | 14 ก.ย. 66 |
| 3 | 25 ก.ย. 66 | กท 0405/9 | กองการต่างประเทศ | ร่างสุนทรพจน์ในงานวันชาติซาอุดีอาระเบีย | ร่าง | อังกฤษ | 2 | 27 ก.ย. 66 |
"""

BILINGUAL = r"""
# sheet Report
|= Monthly Report on International Activities / รายงานกิจกรรมด้านการต่างประเทศ
|= August 2025 / สิงหาคม 2568
|= Strategy and Evaluation Department / สำนักยุทธศาสตร์และประเมินผล
| ลำดับ\nNo. | วันที่\nDate | กิจกรรม\nActivity | ประเทศ/องค์กร\nCountry/Organization | ผู้แทน กทม.\nBMA representative | ผลลัพธ์\nOutcome |
| 1 | 5 August 2025 | ประชุมเครือข่ายข้อมูลเมือง\nCity Data Network meeting | Barcelona City Council | Deputy Director | ตกลงแลกเปลี่ยนชุดข้อมูล\nData sharing agreed |
| 2 | 19-20 August 2025 | สัมมนาดัชนีเมืองน่าอยู่\nLiveable City Index seminar | UN-Habitat | Director | เผยแพร่รายงานฉบับแรก\nFirst report published |
"""

OVER_PAGES = r"""
# sheet รายงาน
|= รายงานกิจกรรมต่างประเทศ ประจำเดือนมีนาคม 2569 สำนักการโยธา
| ที่ | วันที่ | รายการ | ประเทศ | ห้องประชุม | สรุปประเด็นการหารือ |
| 1 | 2 มี.ค. 69 | หารือเทคโนโลยีซ่อมสะพาน | เยอรมนี | ห้องประชุม 1 | จะทดลองกับสะพานข้ามคลอง 2 แห่ง และรายงานผลให้คณะผู้บริหารทราบภายในไตรมาสหน้า |
| 2 | 3 มี.ค. 69 | รับฟังการนำเสนอวัสดุปูทางเท้า | อิตาลี | ห้องประชุม 2 | วัสดุดูดซับน้ำได้ดีแต่ราคาสูงกว่าที่ตั้งไว้ จึงขอให้ผู้ผลิตเสนอราคาใหม่อีกครั้ง |
| 3 | 5 มี.ค. 69 | ประชุมติดตามแบบอุโมงค์ทางลอด | ญี่ปุ่น | ห้องประชุม 1 | แบบแล้วเสร็จร้อยละ 70 ยังเหลือส่วนระบบระบายอากาศและระบบป้องกันน้ำท่วม |
| 4 | 6 มี.ค. 69 | อบรมการตรวจสอบอาคารหลังแผ่นดินไหว | ชิลี | ห้องประชุม 3 | วิศวกรเข้าอบรม 35 คน และจะถ่ายทอดต่อแก่สำนักงานเขตทั้งห้าสิบเขต |
| 5 | 9 มี.ค. 69 | หารือมาตรฐานป้ายบอกทาง | แคนาดา | ห้องประชุม 1 | รับร่างมาตรฐานสองภาษาไปพิจารณา โดยให้ส่งความเห็นกลับภายในสามสิบวัน |
| 6 | 10 มี.ค. 69 | ดูงานโรงผลิตแอสฟัลต์รีไซเคิล | ฟินแลนด์ | ห้องประชุม 2 | เสนอให้ทดลองใช้กับถนนสายรองก่อน แล้วประเมินการสึกหรอหลังหนึ่งปี |
| 7 | 12 มี.ค. 69 | ประชุมความร่วมมือด้านแผนที่สามมิติ | สวิตเซอร์แลนด์ | ห้องประชุม 1 | จะเชื่อมข้อมูลอาคารกับระบบของกรุงเทพมหานคร และกำหนดสิทธิการเข้าถึงข้อมูล |
| 8 | 16 มี.ค. 69 | หารือการออกแบบทางจักรยาน | เดนมาร์ก | ห้องประชุม 3 | เลือกเส้นทางนำร่องรอบสวนลุมพินี และสำรวจความเห็นของผู้อยู่อาศัยโดยรอบ |
| 9 | 18 มี.ค. 69 | รับมอบเครื่องวัดแรงสั่นสะเทือน | นิวซีแลนด์ | ห้องประชุม 1 | ติดตั้งบนสะพาน 4 แห่ง และส่งข้อมูลเข้าศูนย์ควบคุมทุกสิบห้านาที |
| 10 | 20 มี.ค. 69 | สัมมนาโครงสร้างไม้ในอาคารสูง | ออสเตรีย | ห้องประชุม 2 | กฎหมายควบคุมอาคารยังไม่รองรับ จึงตั้งคณะทำงานศึกษาการแก้ไขข้อบัญญัติ |
| 11 | 24 มี.ค. 69 | หารือระบบไฟถนนประหยัดพลังงาน | ฮังการี | ห้องประชุม 1 | เปลี่ยนโคมไฟได้ 500 ดวงในระยะแรก และติดตั้งมาตรวัดพลังงานทุกตู้ควบคุม |
| 12 | 26 มี.ค. 69 | ประชุมสรุปโครงการลานกีฬาชุมชน | บราซิล | ห้องประชุม 3 | เปิดใช้ลานกีฬาแล้ว 3 แห่ง และจะขยายไปยังเขตหนองจอกกับเขตทุ่งครุ |
"""

RESPONSES = r"""
# sheet การตอบแบบฟอร์ม1
| ประทับเวลา | ที่อยู่อีเมล | หน่วยงาน | ชื่อกิจกรรม | วันที่จัดกิจกรรม | ประเทศ/องค์กรที่เกี่ยวข้อง | สรุปผลการดำเนินงาน | ปัญหาอุปสรรค (ถ้ามี) |
| @2025-07-03T09:15:42 | a@example.org | สำนักการคลัง | หารือมาตรฐานการเปิดเผยหนี้ของเมือง | @2025-06-11 | ธนาคารโลก | จะจัดทำรายงานตามแบบสากล | - |
| @2025-07-04T16:02:08 | b@example.org | สำนักเทศกิจ | แลกเปลี่ยนการใช้กล้องตรวจจับความผิด | @2025-06-25 | นครโซล | ได้รับคู่มือการตั้งกล้อง | งบประมาณไม่พอ |
"""

SIDE_BY_SIDE = r"""
# sheet Sheet1
|= กิจกรรมต่างประเทศ เดือนเมษายน 2567 สำนักสิ่งแวดล้อม
| วันที่ | กิจกรรม | ประเทศ | | วันที่ | กิจกรรม | ประเทศ |
| 3 เม.ย. 67 | หารือการคัดแยกขยะต้นทาง | สวีเดน | | 18 เม.ย. 67 | ปลูกต้นไม้กับคณะทูต | บังกลาเทศ |
| 9 เม.ย. 67 | ดูงานเตาเผามูลฝอย | จีน | | 25 เม.ย. 67 | อบรมการวัดก๊าซเรือนกระจก | เยอรมนี |
"""

STACKED = r"""
# sheet Sheet1
|= ก. การรับรองคณะผู้แทนต่างประเทศ เดือนธันวาคม 2567
| วันที่ | คณะผู้มาเยือน | เรื่อง | ผู้ให้การต้อนรับ |
| 4 ธ.ค. 67 | คณะผู้แทนเทศบาลกรุงพนมเปญ | ศึกษาดูงานศูนย์รับเรื่องร้องทุกข์ | ปลัดกรุงเทพมหานคร |
|
|= ข. การเดินทางไปราชการต่างประเทศ เดือนธันวาคม 2567
| ผู้เดินทาง | ประเทศ | เรื่อง | ระยะเวลา |
| นายสิบ ลองนอน | ไต้หวัน | ประชุมเมืองอัจฉริยะ | 10-13 ธ.ค. 67 |
"""

SEVERAL = r"""
# sheet Sheet1
|= รายงานประจำเดือนกรกฎาคม 2568
| หน่วยงาน | วันที่ | การดำเนินงาน | ผลการดำเนินงาน |
| สำนักพัฒนาสังคม | 2 ก.ค. 68\n16 ก.ค. 68 | 1) ประชุมร่วมกับ UNICEF เรื่องศูนย์เด็กเล็ก\n2) ต้อนรับคณะจากเมืองยอกยาการ์ตา | 1) ขยายศูนย์นำร่อง 5 แห่ง\n2) บรรยายสรุปงานสวัสดิการ |
| สำนักการระบายน้ำ | 22 ก.ค. 68 | หารือกับผู้แทนสถาบันเดลทาเรส | 1) ได้แบบจำลองน้ำ\n2) กำหนดวันอบรม |
| สำนักเทศกิจ | ไม่มีกิจกรรม | < | < |
"""

SECRET = r"""
^ ลับ
^ รายงานผลการหารือ
> (9 ก.ย.67) รองผู้ว่าราชการกรุงเทพมหานคร หารือกับอุปทูตประเทศหนึ่ง ณ ห้องรับรองชั้น 5
"""


def sheets(text):
    """Sheets of a table's notation: (name, hidden, rows of cells)."""
    found = []
    for line in text.strip().splitlines():
        head = re.match(r"# (hidden )?sheet (.*)", line)
        if head:
            found.append((head[2], bool(head[1]), []))
        elif line.startswith("|="):
            found[-1][2].append([line[2:].strip()])
        else:
            cells = line.strip().removeprefix("|").removesuffix("|").split("|")
            found[-1][2].append([cell.strip().replace("\\n", "\n") for cell in cells])
    for _, _, rows in found:
        width = max(len(row) for row in rows)
        for row in rows:
            wide = len(row) == 1 and row[0]
            row.extend(["<" if wide else ""] * (width - len(row)))
    return found


def spans(rows):
    """Cells with what they span: (row, column, text, rows down, columns right)."""
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("<", "^"):
                continue
            right = next((n for n, t in enumerate(row[c + 1 :]) if t != "<"), len(row) - c - 1)
            down = next((n for n, below in enumerate(rows[r + 1 :]) if below[c] != "^"), len(rows) - r - 1)
            yield r, c, text, down + 1, right + 1


def typed(text):
    """The value of a cell."""
    if text.startswith("@"):
        return datetime.datetime.fromisoformat(text[1:])
    if re.fullmatch(r"=\d+", text):
        return int(text[1:])
    return text


def shown(text):
    """The text that a person sees of a cell: dates as the office writes them, month first in a form's timestamps."""
    value = typed(text)
    if isinstance(value, datetime.datetime) and "T" in text:
        return f"{value.month}/{value.day}/{value.year}, {value.hour}:{value:%M:%S}"
    if isinstance(value, datetime.datetime):
        return f"{value.day}/{value.month}/{value.year + 543}"
    return str(value)


def widths(rows):
    """Widths of the columns in characters, of cells that stand in one column."""
    longest = [4] * len(rows[0])
    for _, c, text, _, right in spans(rows):
        if right == 1 and text:
            part = max(text.split("\n"), key=len)
            longest[c] = max(longest[c], min(26, 2 + len(part)))
    return longest


def heights(rows):
    """Heights of the rows in points, so that wrapped text stands whole in its cell."""
    across = widths(rows)
    lines = [1] * len(rows)
    for r, c, text, down, right in spans(rows):
        room = sum(across[c : c + right]) * 0.65
        needed = sum(1 + int(len(part) / room) for part in shown(text).split("\n"))
        lines[r] = max(lines[r], needed if down == 1 else 1)
    return [20 * count for count in lines]


def xlsx(text, path, font):
    """A workbook by openpyxl, with borders around the cells of tables and set up to print on one page's width."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    book.properties.creator = "สำนักงาน"
    line = Side(style="thin")
    for name, hidden, rows in sheets(text):
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if hidden else "visible"
        for c, width in enumerate(widths(rows)):
            sheet.column_dimensions[openpyxl.utils.get_column_letter(c + 1)].width = width
        for r, height in enumerate(heights(rows)):
            sheet.row_dimensions[r + 1].height = height
        for r, c, cell, down, right in spans(rows):
            at = sheet.cell(r + 1, c + 1, typed(cell) if cell else None)
            at.font = Font(name=font, size=12)
            at.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(at.value, datetime.datetime):
                at.number_format = "m/d/yyyy h:mm:ss" if "T" in cell else "[$-D07041E]d mmm yyyy"
            if sum(1 for text in rows[r] if text not in ("", "<")) > 1:
                at.border = Border(line, line, line, line)
            if down * right > 1:
                sheet.merge_cells(start_row=r + 1, start_column=c + 1, end_row=r + down, end_column=c + right)
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 9
        sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
        sheet.page_setup.fitToHeight = 0
    book.save(path)


def office(text, path, font, kind):
    """The workbook converted by LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, path.stem + ".xlsx")
        xlsx(text, source, font)
        soffice(source, kind, path)


def soffice(source, kind, path, *options):
    """LibreOffice's conversion of a file."""
    folder = source.parent / "out"
    profile = f"-env:UserInstallation=file://{source.parent}/profile"
    command = ["soffice", profile, "--headless", *options, "--convert-to", kind, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    path.write_bytes((folder / (source.stem + "." + kind.split(":")[0])).read_bytes())


def table(rows):
    """A table in HTML, its titles without borders."""
    out = ["<table>"]
    cells = list(spans(rows))
    whole = [bool(row[0]) and all(cell == "<" for cell in row[1:]) for row in rows]
    for r, row in enumerate(rows):
        title = all(whole[: r + 1])
        out.append("<tr>")
        for _, _, text, down, right in (cell for cell in cells if cell[0] == r):
            span = (f" rowspan={down}" if down > 1 else "") + (f" colspan={right}" if right > 1 else "")
            style = " class=title" if title else ""
            out.append(f"<td{span}{style}>{html.escape(shown(text)).replace(chr(10), '<br>')}</td>")
        out.append("</tr>")
    return "\n".join(out + ["</table>"])


def page(text, font, wide):
    """A text or a table as a page in HTML."""
    paper = "A4 landscape" if wide else "A4"
    style = (
        f"@page {{ size: {paper}; margin: 1.8cm }} body {{ font: 11pt '{font}' }} p {{ margin: 3pt 0 }}"
        "table { border-collapse: collapse; width: 100% } td { border: 0.7pt solid black; padding: 2pt 4pt;"
        "vertical-align: top } td.title { border: none; text-align: center } .c { text-align: center }"
        ".i { text-indent: 1.5cm } .new { page-break-before: always }"
    )
    body = []
    if text.strip().startswith("#"):
        body = [table(rows) for _, hidden, rows in sheets(text) if not hidden]
    else:
        rows, fresh = [], ""
        for line in [*text.strip().splitlines(), ""]:
            if line.startswith("|"):
                rows.append(line)
                continue
            if rows:
                body.append(table(sheets("# sheet x\n" + "\n".join(rows))[0][2]))
                rows = []
            if line == "---":
                fresh = " new"
            elif line:
                kind = {"^": "c", ">": "i"}.get(line[0], "")
                words = html.escape(line.lstrip("^> "))
                body.append(f"<p class='{kind}{fresh}'>{words}</p>")
                fresh = ""
    head = f"<meta charset=utf-8><title>รายงาน</title><style>{style}</style>"
    return f"<!DOCTYPE html><html lang=th><head>{head}</head><body>\n" + "\n".join(body) + "\n</body></html>\n"


def chromium(text, path, font="Umpush", wide=True):
    """A PDF printed by Chromium."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "report.html")
        source.write_text(page(text, font, wide))
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        # The tags of a wide table take more room than the table.
        command += ["--disable-pdf-tagging"] if wide else []
        command += [f"--user-data-dir={folder}/profile", f"--print-to-pdf={path}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True)
    if wide:
        # Chromium leaves the objects of a page uncompressed; a program that makes PDFs smaller packs them.
        packed = ["--object-streams=generate", "--recompress-flate", "--compression-level=9", "--replace-input"]
        subprocess.run(["qpdf", "--deterministic-id", *packed, str(path)], check=True)


def writer(text, path, font="Norasi"):
    """A PDF by LibreOffice Writer."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "report.html")
        source.write_text(page(text, font, False))
        soffice(source, "pdf:writer_pdf_Export", path, "--infilter=HTML (StarWriter)")


def calc(text, path, font="Garuda"):
    """A PDF by LibreOffice Calc."""
    office(text, path, font, "pdf")


def workbook(text, path):
    """A workbook by openpyxl."""
    xlsx(text, path, "Loma")


def binary(text, path):
    """A workbook of Excel 97 by LibreOffice."""
    office(text, path, "Loma", "xls")


def open_document(text, path):
    """A sheet of OpenDocument by LibreOffice."""
    office(text, path, "Loma", "ods")


def html_as_xls(text, path):
    """A table in HTML under the name of a workbook, as web systems hand out."""
    path.write_text(page(text, "Tahoma", False))


def separated(text, path, encoding):
    """Text separated by commas."""
    rows = sheets(text)[0][2]
    quoted = [[f'"{cell}"' if re.search('[",\n]', cell) else cell for cell in map(shown, row)] for row in rows]
    path.write_bytes("".join(",".join(row) + "\r\n" for row in quoted).encode(encoding))


def thai_csv(text, path):
    """CSV in the encoding of Thai Windows."""
    separated(text, path, "cp874")


def unicode_csv(text, path):
    """CSV in UTF-8 with a mark, as Excel and Google save it."""
    separated(text, path, "utf-8-sig")


def turned(text, path):
    """A PDF whose page is turned by a quarter."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "report.pdf")
        calc(text, source, "Waree")
        subprocess.run(["qpdf", "--deterministic-id", "--rotate=+90", str(source), str(path)], check=True)


def upright(text, path):
    """A PDF by Chromium on upright paper."""
    chromium(text, path, "Sawasdee", False)


FILES = [
    ("flat.xlsx", workbook, FLAT),
    ("flat.pdf", calc, FLAT),
    ("two_rows.xls", binary, TWO_ROWS),
    ("two_rows.pdf", chromium, TWO_ROWS),
    ("quarters.xlsx", workbook, QUARTERS),
    ("quarters.pdf", chromium, QUARTERS),
    ("month_sections.ods", open_document, MONTH_SECTIONS),
    ("month_sections.pdf", calc, MONTH_SECTIONS),
    ("sections.xlsx", workbook, SECTIONS),
    ("sections.pdf", chromium, SECTIONS),
    ("months.xlsx", workbook, MONTHS),
    ("diary.xlsx", workbook, DIARY),
    ("diary.pdf", calc, DIARY),
    ("travel.xlsx", workbook, TRAVEL),
    ("travel.pdf", chromium, TRAVEL),
    ("trip_report.pdf", writer, TRIP_REPORT),
    ("activity_form.xlsx", workbook, ACTIVITY_FORM),
    ("activity_form.pdf", upright, ACTIVITY_FORM),
    ("memo_items.pdf", writer, MEMO_ITEMS),
    ("memo_table.pdf", upright, MEMO_TABLE),
    ("printout.xls", html_as_xls, PRINTOUT),
    ("printout.pdf", upright, PRINTOUT),
    ("kpi.xlsx", workbook, KPI),
    ("kpi.pdf", calc, KPI),
    ("press.pdf", upright, PRESS),
    ("services.csv", thai_csv, SERVICES),
    ("services.pdf", calc, SERVICES),
    ("bilingual.xlsx", workbook, BILINGUAL),
    ("bilingual.pdf", chromium, BILINGUAL),
    ("over_pages.xlsx", workbook, OVER_PAGES),
    ("over_pages.pdf", calc, OVER_PAGES),
    ("turned.pdf", turned, DIARY),
    ("responses.xlsx", workbook, RESPONSES),
    ("answers.csv", unicode_csv, RESPONSES),
    ("side_by_side.xlsx", workbook, SIDE_BY_SIDE),
    ("stacked.ods", open_document, STACKED),
    ("several.xls", html_as_xls, SEVERAL),
    ("several.pdf", calc, SEVERAL),
    ("secret.pdf", writer, SECRET),
]

if __name__ == "__main__":
    wanted = sys.argv[1:]
    for name, make, text in FILES:
        if not wanted or name in wanted:
            make(text, HERE / name)
            print(name, (HERE / name).stat().st_size)
