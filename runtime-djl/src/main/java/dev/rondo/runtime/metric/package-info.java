/** How good written texts are, compared with what people wrote: BLEU and chrF, as sacreBLEU. */
@NullMarked
package dev.rondo.runtime.metric;

import org.jspecify.annotations.NullMarked;
