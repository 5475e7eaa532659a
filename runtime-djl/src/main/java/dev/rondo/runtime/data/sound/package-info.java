/** What is heard of a sound: resampling, windows, mel bands, cepstral coefficients. */
@NullMarked
package dev.rondo.runtime.data.sound;

import org.jspecify.annotations.NullMarked;
