package dev.rondo.runtime.data.file;

/**
 * How the tags of a corpus say where names are. In all of them {@code O} is a token outside of
 * names, and what stands behind the hyphen is what a name is: {@code PER}, {@code LOC}.
 *
 * <table>
 * <caption>Two persons, one behind the other</caption>
 * <tr><th>token</th><td>Ada</td><td>Lovelace</td><td>Alan</td><td>wrote</td></tr>
 * <tr><th>IOB1</th><td>I-PER</td><td>I-PER</td><td>B-PER</td><td>O</td></tr>
 * <tr><th>BIO</th><td>B-PER</td><td>I-PER</td><td>B-PER</td><td>O</td></tr>
 * <tr><th>BIOES</th><td>B-PER</td><td>E-PER</td><td>S-PER</td><td>O</td></tr>
 * </table>
 */
public enum SpanTags {
  /**
   * A token of a name is {@code I}; the first one is {@code B} where it follows a name of the same
   * label, and only there. CoNLL-2003 was published so. From Ramshaw and Marcus 1995, "Text
   * chunking using transformation-based learning".
   */
  IOB1,

  /** The first token of a name is {@code B}, each further one {@code I}. Also called IOB2. */
  BIO,

  /**
   * A name of one token is {@code S}; of a longer one the first is {@code B}, the last {@code E}
   * and the others are {@code I}. {@code U} and {@code L} are read like {@code S} and {@code E}
   * (BILOU).
   */
  BIOES
}
