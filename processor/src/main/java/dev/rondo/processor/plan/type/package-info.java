/** The generated classes: example, network, trainer, predictor, session. */
@NullMarked
package dev.rondo.processor.plan.type;

import org.jspecify.annotations.NullMarked;
