/** What is seen of a picture: its pixels as numbers, and pictures of all sizes at one size. */
@NullMarked
package dev.rondo.runtime.data.picture;

import org.jspecify.annotations.NullMarked;
