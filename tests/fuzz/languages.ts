// The words of the languages our parsers read.

export const htmlWords = [
  ..."<p> </p> <div> </div> <b> </b> <i> <a href='#a'> <a href=//b.invalid/> </a> <table> <tr> <td> </table> <ul> <li>".split(
    " ",
  ),
  ..."</ul> <h1> </h1> <h2> <br> <hr> <pre> <code> </pre> <font> </font> <form> <input> <select> <option> </select>".split(
    " ",
  ),
  ..."<svg> <path> </svg> <math> <mi> <mtext> </math> <foreignObject> <desc> <title> </title> <style> </style>".split(
    " ",
  ),
  ..."<script> </script> <!-- --> <![CDATA[ ]]> <template> </template> <noscript> </noscript> <article> </article>".split(
    " ",
  ),
  ..."<ruby> <rt> <details> <summary> <blockquote> <section> <nav> <aside> <footer> <iframe> <video> <body> </body>".split(
    " ",
  ),
  ..."<html> <head> <plaintext> <textarea> <xmp> <button> <dialog> <frameset> <object> <sup> <span> </span> &lt; &#0; &amp".split(
    " ",
  ),
  "<img src=a.png>",
  "<img data-src='//b.invalid/1.jpg' width=600 height=400>",
  "<p style='display:none'>",
  "<div class='comment sidebar'>",
  "<div id=js_content style='visibility:hidden'>",
  "<input name=parentNode>",
  "<form name=body>",
  '<meta property="article:published_time" content="2019-11-25T18:57:00+08:00">',
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"',
  "<base href='https://a.invalid/x/'>",
  "作者：李四 来源：青禾晚报 发布时间：2019年11月25日 18:57",
  "（记者 王五）",
  "责任编辑：赵六",
  "第1页/共9页",
  "渡口的雾散了，摆渡人数了数等船的人，把缆绳绕了两圈。",
  "It rained on the ferry, and the ferryman counted the passengers twice before he cast off.",
  "GB/T 19001-2016",
  "国发〔2019〕3号",
  "2019-13-45",
  "https://a.invalid/a?b=c&d=e#f",
];

export const markdownWords = [
  ..."# ## * ** _ __ ` ``` ~~~ > - + 1. [ ] ( ) [^1] [^1]: ![ | --- :-: \\ < > <b> </b> <script> &amp; $ $$ == ~~".split(
    " ",
  ),
  "\n",
  "\n\n",
  "\n    ",
  "---\ntitle: 渡口\ntags: [a, b]\n---\n",
  "[a]: https://a.invalid/ 'b'\n",
  "**“渡口”**的雾",
  "https://a.invalid/",
  "字",
  "word ",
];

export const mailWords = [
  "MIME-Version: 1.0\r\n",
  'Content-Type: multipart/related; boundary="b"; type="text/html"\r\n',
  "Content-Type: text/html; charset=utf-8\r\n",
  'Content-Type: text/html; charset="x-none"\r\n',
  "Content-Transfer-Encoding: quoted-printable\r\n",
  "Content-Transfer-Encoding: base64\r\n",
  "Content-Location: https://a.invalid/\r\n",
  "Content-ID: <a@b>\r\n",
  "Subject: =?utf-8?B?5rih5Y+j?= =?gb2312?Q?=B6?=\r\n",
  "\r\n",
  "\r\n--b\r\n",
  "\r\n--b--\r\n",
  "=E6=B8=A1",
  "=",
  "5rih5Y+j",
  "<p>渡口</p>",
  " \t",
  ";",
  '"',
];

export const tableWords = [
  ..."title url time_added tags status Title URL Selection Folder Highlight Note id note excerpt folder created".split(
    " ",
  ),
  ...'[ ] { } : null true -1e999 " \\u0000 \\ud800 , ; \n \r\n'.split(" "),
  '"url":"https://a.invalid/"',
  '"title":"渡口","is_archived":1,"tags":["a"],',
  '"__proto__":{"polluted":1}',
  "title,url,time_added,tags,status\n",
  "https://a.invalid/1,渡口,1574679420,a|b,unread\n",
  "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>",
  '<DT><A HREF="https://a.invalid/" ADD_DATE="1574679420" TAGS="a,b">渡口</A>',
  "<DT><H3>夹</H3>",
  "</DL><p>",
  "<h1>Unread</h1><ul><li><a href='https://a.invalid/' time_added='1'>",
];

export const queryWords = [
  ...'-" “ ” 「 」 : ： - title: 标签： tag:a site:a.invalid is:unread before:2019 after:2019-11-25 GB/T 19001 AND OR * ( )'.split(
    " ",
  ),
  "渡口",
  "ferry",
  " ",
  "\u3000",
  "2019年",
];

export const addressWords = [
  ..."http:// https:// javascript: data: a.invalid 例え.invalid xn--fsq /a ?b=c &utm_source=d #e #!/f @ : 80 % %zz %E6 [::1] \\ .. .".split(
    " ",
  ),
  ..."( ) 「 」 ， 。 … ! ' \" < > spm=1 from=timeline mp.weixin.qq.com/s?__biz=a&mid=b".split(" "),
  " ",
  "\n",
  "渡口",
];

export const ruleWords = [
  ...'{ } [ ] , : "name" "hosts" "pages" "body" "drop" "title" "date" "kind" "*" ":has(:has(*))" "(" null 1'.split(" "),
  '{"name":"a","hosts":["a.invalid"],"pages":[{"body":"#a"}]}',
  '"__proto__":',
  '"a'.padEnd(400, "b"),
];
