/**
 * Building blocks of generated classes: members, fields, names, and the runtime's types by name.
 */
@NullMarked
package dev.rondo.processor.plan.code;

import org.jspecify.annotations.NullMarked;
