package dev.rondo.processor.plan.code;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.shape.Dim;

/**
 * A size that is known at run time only, always an {@code int}: a parameter of the network's
 * constructor.
 *
 * @param dim the size
 * @param owner the input or output whose codec knows it
 * @param wanted the name it would have if nothing else were called that
 * @param meaning what Javadoc says of it
 * @param call the codec's method that returns it
 */
public record Size(Dim dim, String owner, String wanted, CodeBlock meaning, String call) {}
