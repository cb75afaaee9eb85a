/** What a backup says of itself to whoever finds it, in Chinese; and its name, which both can read. */
export const readmeName = "读我 README.txt";

export const readme = `这是留页的一份备份。留页是一个把网页留在自己设备上的阅读器。

要读文章，不需要任何软件，有浏览器就行：解压这个文件，打开 index.html。
  index.html    全部文章的目录
  articles/     每篇文章一个网页，末尾附有读者的划线和笔记
  pictures/     图片，以各自内容的 SHA-256 命名
  originals/    当初的原网页，用 gzip 压缩

要恢复，请打开留页，进入“我的”“备份”，选择这个文件。它会先被核对；恢复不会替换任何东西，
而是把这里的和那里的合在一起。

给程序看的：完整数据在 data/ 里，每个文件都是 gzip 压缩的 JSON Lines（UTF-8，一行一条）。
编号 NNNN 的一组含至多 500 篇文章和属于它们的一切：
  articles     文章的信息：编号、标题、网址、标签、日期（1970 年起的毫秒数）
  contents     正文：干净的 HTML 和同样内容的纯文本；img 的 data-picture 写着图片名
  places       读到哪里：屏幕首字之前的字符数，读过的比例（0 到 1）
  originals    originals/ 中哪个文件是它的原网页
  pictures     图片的类型和大小，内容在 pictures/
  highlights   划线：原文、前后各 32 个字符、在文中的位置、颜色、附注
  notes        读者对整篇文章写的话
  versions     网页改动前，文章原来的文字
单独成组的有：
  tags 标签、readings 阅读记录、tombstones 删除记录、settings 设置
最后一项 manifest.json 写着本格式的版本（1）、数据结构的版本、各表的行数，以及其余每一项的
名字、长度和 SHA-256。
`;
