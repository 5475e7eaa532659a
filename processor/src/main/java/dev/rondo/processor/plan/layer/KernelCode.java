package dev.rondo.processor.plan.layer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;

/**
 * The layers of a network that one kernel computes together.
 *
 * @param type what they are put into
 * @param method of the network that returns them
 * @param result what that method returns
 */
public record KernelCode(ClassName type, String method, CodeBlock result) {}
