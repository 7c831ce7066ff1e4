/**
 * `Content-Disposition` of a download: always an attachment, the name in RFC 6266 form with an ASCII stand-in.
 * The name was cleaned when it came in; here whatever could end the header is gone as well.
 */
export const attachmentName = (name: string): string => {
  const plain = name.replace(/[^\w. ()-]+/g, '_').slice(0, 100) || 'file';
  const full = encodeURIComponent(name.slice(0, 150)).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
};
