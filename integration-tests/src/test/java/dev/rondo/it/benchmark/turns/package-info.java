/** What two builds do, in turns: translations, texts, and how long the first answer takes. */
@NullMarked
package dev.rondo.it.benchmark.turns;

import org.jspecify.annotations.NullMarked;
