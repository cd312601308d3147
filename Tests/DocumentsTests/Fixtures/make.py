#!/usr/bin/env python3
"""Makes the fixtures of the reader tests. See README.md. Needs soffice (libreoffice-writer-nogui)
and a Chinese font for the PDFs."""
import os, shutil, subprocess, sys, tempfile, zipfile

here = os.path.dirname(os.path.abspath(__file__))
W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
     'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
     'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
     'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
     'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
     'xmlns:v="urn:schemas-microsoft-com:vml"')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DATE = (2024, 12, 20, 9, 0, 0)


def run(text, properties=""):
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content, properties=""):
    if not content.startswith("<"):
        content = run(content)
    return f'<w:p>{f"<w:pPr>{properties}</w:pPr>" if properties else ""}{content}</w:p>'


def listed(content, level, number=1):
    return paragraph(content, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(index, form, text, suffix="nothing", extra=""):
    return (f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}'
            f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/></w:lvl>')


NUMBERING = HEAD + f'<w:numbering {W}>' + (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    + level(0, "chineseCountingThousand", "%1、") + level(1, "chineseCountingThousand", "（%2）")
    + level(2, "decimal", "%3.") + level(3, "decimal", "（%4）") + '</w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>'
    + level(0, "chineseCounting", "第%1部分", "space", '<w:pStyle w:val="Part"/>')
    + level(1, "decimal", "%1.%2", "tab", "<w:isLgl/>") + '</w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="singleLevel"/>'
    + level(0, "bullet", "\uf0b7") + '</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    '</w:numbering>')

STYLES = HEAD + f'''<w:styles {W}>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Part"><w:name w:val="Part"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Part2"><w:name w:val="Part plain"/><w:basedOn w:val="Part"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/><w:basedOn w:val="a"/></w:style>
</w:styles>'''

TYPES = HEAD + '''<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'''
O = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
ROOT = HEAD + f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{O}officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
RELS = HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + "".join(
    f'<Relationship Id="r{i}" Type="{O}{t}" Target="{f}"/>' for i, (t, f) in enumerate(
        [("styles", "styles.xml"), ("numbering", "numbering.xml"), ("footnotes", "footnotes.xml"),
         ("header", "header1.xml"), ("footer", "footer1.xml")])) + '</Relationships>'
CORE = HEAD + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>松江区妇联总结</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">2024-12-20T09:00:00Z</dcterms:created></cp:coreProperties>'
FOOTNOTES = HEAD + f'<w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{run("两癌指乳腺癌和宫颈癌。")}</w:p></w:footnote></w:footnotes>'


def box(text):
    inner = f'<w:txbxContent>{paragraph(text)}</w:txbxContent>'
    return (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>3000000</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="2000000" cy="400000"/><wp:wrapTopAndBottom/><wp:docPr id="1" name="box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="400000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>'
            f'<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>')


def table(rows):
    return '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>' + '<w:gridCol w:w="2000"/>' * len(rows[0]) + '</w:tblGrid>' + "".join(
        "<w:tr>" + "".join(f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{paragraph(cell)}</w:tc>' for cell in row) + "</w:tr>" for row in rows) + '</w:tbl>'


LONG = ("全年开展妇女维权宣传活动26场次，发放宣传资料1.2万份，接待来信来访138件次，办结率达到98%以上；"
        "联合区人社局举办春风行动女性专场招聘会3场，提供岗位1860个，达成就业意向412人；组织巾帼志愿者走访慰问困难妇女儿童家庭320户，送去慰问金和物资折合人民币18.6万元。")


def numbered():
    body = paragraph("松江区妇联2024年工作总结", '<w:pStyle w:val="1"/><w:jc w:val="center"/>')
    body += paragraph("2024年，区妇联在区委领导下，团结带领全区妇女建功立业，各项工作取得新进展。")
    body += listed("主要工作", 0)
    body += listed("维护妇女权益", 1) + paragraph(LONG)
    body += listed("开展两癌检查", 1)
    body += paragraph(run("全年免费检查3200人") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("，建档率100%。"))
    body += listed("宣传动员", 2) + listed("跟踪回访", 2) + listed("电话回访", 3)
    body += listed("关爱儿童", 1) + listed("结对帮扶", 2) + listed("爱心暑托", 2, 4) + listed("爱心书屋", 2, 4)
    body += listed("存在不足", 0) + paragraph("基层阵地作用发挥不够充分。")
    body += table([["街道", "活动次数", "参加人数"], ["永丰街道", "12", "860人"], ["方松街道", "9", "705人"]])
    body += listed("下一步打算", 0) + listed("继续办好女性招聘会", 1)
    body += paragraph(run("加强家庭家教家风建设。") + box("联系电话：02112345678"))
    body += listed("不带编号的要点", 0, 3)
    body += paragraph(run("松江区妇女联合会") + "<w:r><w:br/></w:r>" + run("2024年12月20日"))
    return body


def revised():
    mark = 'w:id="{}" w:author="a" w:date="2024-01-01T00:00:00Z"'
    insert = lambda n, x: f'<w:ins {mark.format(n)}>{x}</w:ins>'
    delete = lambda n, x: f'<w:del {mark.format(n)}>{x.replace("w:t ", "w:delText ").replace("/w:t>", "/w:delText>")}</w:del>'
    body = paragraph("修订痕迹", '<w:pStyle w:val="1"/>')
    body += paragraph(run("全年走访") + delete(1, run("三百户")) + insert(2, run("五百户")) + run("困难家庭。"))
    # The paragraph's mark is deleted: the next paragraph goes on in it.
    body += paragraph(run("组织培训"), f'<w:rPr><w:del {mark.format(3)}/></w:rPr>') + paragraph("班十二期。")
    body += paragraph(f'<w:moveFrom {mark.format(4)}>{run("移走的话。")}</w:moveFrom>', f'<w:rPr><w:moveFrom {mark.format(9)}/></w:rPr>')
    body += paragraph(run("留下的话。"))
    body += paragraph(f'<w:moveTo {mark.format(5)}>{run("移来的话。")}</w:moveTo>')
    body += listed("编号保留", 0)
    body += paragraph(run("编号取消"), f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr><w:pPrChange {mark.format(6)}><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>')
    body += listed("编号接续", 0)
    body += paragraph(run("看得见") + run("看不见", "<w:vanish/>"))
    return body


def styled():
    body = paragraph("第一部分 目录条目 1", '<w:pStyle w:val="TOC1"/>')
    body += paragraph("基本情况", '<w:pStyle w:val="Part"/>') + listed("组织建设", 1, 2) + listed("队伍建设", 1, 2)
    body += paragraph("工作成效", '<w:pStyle w:val="Part2"/>') + listed("创业就业", 1, 2)
    body += paragraph("不编号的标题", '<w:pStyle w:val="Part"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    return body


def write_docx(name, body):
    section = '<w:sectPr><w:headerReference w:type="default" r:id="r3"/><w:footerReference w:type="default" r:id="r4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
    page = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("1") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    parts = {
        "[Content_Types].xml": TYPES, "_rels/.rels": ROOT,
        "word/document.xml": HEAD + f'<w:document {W}><w:body>{body}{section}</w:body></w:document>',
        "word/_rels/document.xml.rels": RELS, "word/styles.xml": STYLES, "word/numbering.xml": NUMBERING,
        "word/footnotes.xml": FOOTNOTES,
        "word/header1.xml": HEAD + f'<w:hdr {W}>{paragraph("页眉文字")}</w:hdr>',
        "word/footer1.xml": HEAD + f'<w:ftr {W}>{paragraph(run("— ") + page + run(" —"), "<w:jc w:val=%scenter%s/>" % (chr(34), chr(34)))}</w:ftr>',
        "docProps/core.xml": CORE,
    }
    path = os.path.join(here, name)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in parts.items():
            archive.writestr(zipfile.ZipInfo(part, DATE), text, zipfile.ZIP_DEFLATED)
    return path


def convert(path, kind, name):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
                        "--convert-to", kind, "--outdir", folder, path], check=True, stdout=subprocess.DEVNULL)
        made = os.path.join(folder, os.path.splitext(os.path.basename(path))[0] + "." + kind.split(":")[0])
        shutil.copyfile(made, os.path.join(here, name))


if __name__ == "__main__":
    source = write_docx("numbered.docx", numbered())
    write_docx("revised.docx", revised())
    write_docx("styled.docx", styled())
    if "--docx" not in sys.argv:
        convert(source, "odt", "numbered.odt")
        convert(source, "doc:MS Word 97", "numbered.doc")
        convert(source, "rtf", "numbered.rtf")
        convert(source, "pdf", "numbered.pdf")
