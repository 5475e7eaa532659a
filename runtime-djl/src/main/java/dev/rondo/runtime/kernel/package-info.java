/**
 * Operators in TorchScript, run through DJL, for what DJL lacks or does slowly.
 *
 * <p>Their text is one resource, {@code kernels.py}; {@link dev.rondo.runtime.kernel.KernelArchive}
 * wraps it so that PyTorch loads it, which happens at the first use. Nothing but this package
 * contains TorchScript.
 *
 * <table>
 *   <caption>The operators</caption>
 *   <tr><th>operator</th><th>used for</th><th>instead of</th></tr>
 *   <tr><td>{@link dev.rondo.runtime.kernel.ValueSteps}</td>
 *       <td>one step of a stack of layers, in a session</td>
 *       <td>the fused operator, which reorders its weights at every call</td></tr>
 *   <tr><td>{@link dev.rondo.runtime.kernel.StepStack}</td>
 *       <td>one step of several sequences between arrays</td>
 *       <td>the fused operator</td></tr>
 *   <tr><td>{@link dev.rondo.runtime.kernel.GenerationLoop}</td>
 *       <td>writing with a language model</td>
 *       <td>one call of Java and several arrays for each token</td></tr>
 *   <tr><td>{@link dev.rondo.runtime.kernel.RecurrentLoop}</td>
 *       <td>peepholes; recurrent dropout in training</td>
 *       <td>what PyTorch has no operator for</td></tr>
 *   <tr><td>{@link dev.rondo.runtime.kernel.JordanLoop}</td>
 *       <td>Jordan networks</td>
 *       <td>what PyTorch has no operator for</td></tr>
 *   <tr><td>{@link dev.rondo.runtime.kernel.DropoutMask}</td>
 *       <td>all dropout</td>
 *       <td>an operator that draws from a state of the whole process</td></tr>
 *   <tr><td>{@link dev.rondo.runtime.kernel.CrossEntropy}</td>
 *       <td>the loss of classifiers and language models</td>
 *       <td>five operators; DJL has no ignored targets</td></tr>
 *   <tr><td>{@link dev.rondo.runtime.kernel.WeightUpdates}</td>
 *       <td>clipping, optimizers, putting weights back</td>
 *       <td>several calls for each weight; DJL's {@code copyTo} swaps the memory</td></tr>
 * </table>
 *
 * <p>The package's user decides about memory: results belong to the manager that the method names.
 * What an operator returns while gradients are not recorded is fit for computing only: it cannot
 * enter a graph or be changed in place; {@code duplicate()} cures that.
 */
@NullMarked
package dev.rondo.runtime.kernel;

import org.jspecify.annotations.NullMarked;
