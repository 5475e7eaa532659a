/** From declarations to the graph: composed annotations are expanded, layers are wired. */
@NullMarked
package dev.rondo.processor.graph.build;

import org.jspecify.annotations.NullMarked;
