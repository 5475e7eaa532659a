"""Compares Rondo's TorchScript kernels on CUDA with the CPU, and times loops against fused operators.

Usage: python3 check_kernels.py kernels.pt

kernels.pt is what dev.rondo.runtime.kernel.KernelArchive.bytes(Products.PYTORCH) gives. Needs PyTorch with CUDA and
nothing else. Prints a Markdown table and ends with 1 if a difference is above 1e-4.
"""

import sys
import time

import torch

torch.backends.cuda.matmul.allow_tf32 = False
torch.backends.cudnn.allow_tf32 = False
CELLS = {"LSTM": (0, 4), "GRU": (1, 3), "RNN tanh": (2, 1), "RNN relu": (3, 1)}
IGNORED = -100.0
rows = []


def draw(*shape, scale=0.3):
    return torch.randn(*shape) * scale


def weights(gates, inputs, units, directions=1):
    one = lambda: [
        draw(gates * units, inputs, scale=inputs**-0.5),
        draw(gates * units, units, scale=units**-0.5),
        draw(gates * units, scale=0.1),
        draw(gates * units, scale=0.1),
    ]
    return [w for _ in range(directions) for w in one()]


def on(device, value):
    if isinstance(value, torch.Tensor):
        return value.detach().clone().to(device)
    return [on(device, v) for v in value]


def flat(value):
    if isinstance(value, torch.Tensor):
        return [value.detach().double().cpu().flatten()]
    if isinstance(value, (list, tuple)):
        return [t for v in value for t in flat(v)]
    return [torch.tensor([float(value)], dtype=torch.float64)]


def compare(name, compute):
    """Runs compute(device) on both and notes the largest difference, relative above 1."""
    cpu = torch.cat(flat(compute("cpu")))
    cuda = torch.cat(flat(compute("cuda")))
    difference = ((cpu - cuda).abs() / cpu.abs().clamp(min=1)).max().item()
    rows.append((name, difference))


def main(path):
    torch.manual_seed(1)
    load = lambda device: torch.jit.load(path, map_location=device)
    kernels = {"cpu": load("cpu"), "cuda": load("cuda")}

    for name, (cell, gates) in CELLS.items():
        given = weights(gates, 128, 256)
        x, state = draw(3, 128), [draw(3, 256) for _ in range(2 if cell == 0 else 1)]
        dense = [draw(50, 256, scale=0.06), draw(50)]

        def step(device):
            kernel = kernels[device]
            prepared = kernel.prepare(cell, on(device, given))
            with torch.no_grad():
                return kernel.step(
                    [cell], on(device, x), on(device, state), prepared, on(device, dense))

        compare(f"step, {name} 128 → 256, and dense", step)

    for name, (cell, gates) in CELLS.items():
        given = weights(gates, 128, 256)
        x, h, c = draw(128), draw(256), draw(256)
        dense = [draw(50, 256, scale=0.06), draw(50)]
        states = [h, c] if cell == 0 else [h]

        def step_in_place(device):
            shared = torch.cat([x] + states + [torch.zeros(50)])
            values = shared.to(device)
            part = lambda of, start, size: of.narrow(0, start, size)
            sums, more = torch.zeros(1024, device=device), torch.zeros(768, device=device)
            hidden = part(values, 128, 256)
            port = {
                0: [part(values, 0, 384), hidden, part(values, 384, 256), sums]
                + [part(sums, 0, 768)] + [part(sums, k * 256, 256) for k in range(4)],
                1: [part(values, 0, 128), hidden, part(sums, 0, 768), more]
                + [part(sums, 0, 512), part(sums, 512, 256)]
                + [part(more, 0, 512), part(more, 512, 256)],
            }.get(cell, [part(values, 0, 384), hidden, part(sums, 0, 256)])
            port = [shared, values] + port + [hidden, part(values, values.numel() - 50, 50)]
            prepared = kernels[device].prepare(cell, on(device, given))
            if cell != 1:
                prepared[0] = prepared[0].t()
            with torch.no_grad():
                kernels[device].step_in_place(
                    [cell], [0], True, port, prepared + on(device, dense))
            return shared

        compare(f"step in place, {name} 128 → 256, and dense", step_in_place)

    for name, (cell, gates) in list(CELLS.items())[1:]:
        given = weights(gates, 128, 256, 2)
        values, h0 = [draw(16, 50, 128) for _ in range(2)], draw(2, 16, 256)
        gradients = [draw(16, 50, 256) for _ in range(2)]
        options = torch.tensor([cell], dtype=torch.float64)

        def unroll(device):
            kernel, w, x = kernels[device], on(device, given), on(device, values)
            memory = [torch.zeros(n << 20, device=device) for n in (6, 4, 2)]
            with torch.no_grad():
                *outputs, states, gates, n, w_h, inputs, _ = kernel.unroll(
                    x[0], on(device, h0), options, [memory[0], x[1], *w])
                dy = on(device, gradients)
                return outputs, kernel.unroll_back(
                    states, dy[0], options,
                    [*memory[1:], gates, n, w_h, inputs, dy[1], w[0], w[4]])

        compare(f"unroll, {name}, both directions, values and gradients", unroll)

    for name, (cell, gates) in CELLS.items():
        for peephole in (0, 1) if cell == 0 else (0,):
            given = weights(gates, 128, 256) + [draw(3 * 256)] * peephole + [draw(16, 256)]
            values, zeros = draw(16, 50, 128), torch.zeros(16, 256)
            options = torch.tensor([cell, peephole, 1], dtype=torch.float64)

            def loop(device):
                leaves = [w.requires_grad_() for w in on(device, given)]
                inputs, state = on(device, values).requires_grad_(), on(device, zeros)
                y, h, c = kernels[device].loop(inputs, state, state, options, leaves)
                (y.square().mean() + h.mean() + c.mean()).backward()
                return [y, h, c, inputs.grad] + [w.grad for w in leaves]

            with_peephole = ", peephole" if peephole else ""
            compare(f"loop, {name}{with_peephole}, masked, values and gradients", loop)

    # small enough that what is fed back does not run away, which would multiply every difference
    dense = [draw(30, 128, scale=0.05), draw(30), draw(20, 30, scale=0.1), draw(20)]
    given = [draw(128, 128, scale=0.05), draw(128, 20, scale=0.1), draw(128), draw(128), *dense]
    for name, cell in (("tanh", 2), ("relu", 3)):
        extra = [draw(16, 20).abs(), (torch.rand(16, 50, 1) > 0.2).float()]
        options = torch.tensor([cell, 1, 1, 1, 4, 0], dtype=torch.float64)
        values = draw(16, 50, 128)

        def jordan(device):
            leaves = [w.requires_grad_() for w in on(device, given)]
            inputs, y = on(device, values).requires_grad_(), torch.zeros(16, 20, device=device)
            h, y = kernels[device].jordan(inputs, y, options, leaves + on(device, extra))
            (h.square().mean() + y.mean()).backward()
            return [h, y, inputs.grad] + [w.grad for w in leaves]

        compare(f"jordan, {name}, residual, masked, values and gradients", jordan)

    memory, padding = draw(8, 12, 64), torch.zeros(8, 1, 12)
    padding[3:, :, 7:] = -1e30
    attending = {
        "dot": ([draw(64, 128, scale=0.1)], draw(8, 5, 64)),
        "general": ([draw(48, 112, scale=0.1), draw(48, 64, scale=0.1)], draw(8, 5, 48)),
        "additive": (
            [draw(48, 112, scale=0.1), draw(48, 64, scale=0.1), draw(48, 48, scale=0.1),
             draw(1, 48)], draw(8, 5, 48)),
    }
    for name, (given, states) in attending.items():
        options = torch.tensor([float(name == "additive"), 1], dtype=torch.float64)

        def attend(device):
            kernel = kernels[device]
            leaves = [w.requires_grad_() for w in on(device, given)]
            inputs, h = on(device, memory).requires_grad_(), on(device, states).requires_grad_()
            keys, values = kernel.attention_memory(inputs, options, leaves[:2])
            arrays = [leaves[0], *leaves[2:], on(device, padding)]
            y = kernel.attend(h, keys, values, options, arrays)
            y.square().mean().backward()
            a = kernel.attention_weights(h, keys, options, arrays)
            return [a, y, inputs.grad, h.grad] + [w.grad for w in leaves]

        compare(f"attend, {name}, padded, values and gradients", attend)

    for name, (given, states) in attending.items():
        units = states.shape[2]
        stack, start = weights(4, 32, units), [draw(8, units) for _ in range(2)]
        vectors, dense = draw(90, 32, scale=1), [draw(90, units, scale=0.2), draw(90)]
        additive = int(name == "additive")

        def search(device):
            kernel = kernels[device]
            arrays = on(device, given)
            with torch.no_grad():
                keys, values = kernel.attention_memory(
                    on(device, memory), torch.zeros(2, dtype=torch.float64), arrays[:2])
                reads = [keys, values, on(device, padding)]
                state, prepared = on(device, start), kernel.prepare(0, on(device, stack))
                found, never = [], torch.zeros(0, dtype=torch.int64, device=device)
                scoring = kernel.dense(*on(device, dense), never)
                # 8 sources with a hypothesis each; then three, two and one of those that are left
                for parents, left, places, most in (
                        ([], [], [], 1), ([0, 0, 0, 4, 4, 7], [0, 4, 7], [0, 1, 2, 3, 4, 6], 3)):
                    tokens = list(range(2, 2 + (len(parents) or 8)))
                    some, state, reads = kernel.search_step(
                        parents, tokens, left, places, most, [4, 0, 1, 1, additive], [0], state,
                        prepared, on(device, vectors), reads, [arrays[0], *arrays[2:]], scoring)
                    found += [*some, *state]
                return found

        compare(f"search_step, {name}, padded, two positions", search)

    for name, (cell, gates) in CELLS.items():
        for peephole in (0, 1) if cell == 0 else (0,):
            given, _ = attending["additive"]
            layers = [
                [*weights(gates, inputs, 48), *[draw(3 * 48)] * peephole, draw(8, 48)]
                for inputs in (80, 48)]
            state = [draw(8, 48) for _ in range(4 if cell == 0 else 2)]
            values, fed, real = draw(8, 9, 32), draw(8, 48), torch.ones(8, 9, 1)
            real[3:, 6:] = 0
            # additive and padded, 4 arrays of attention; residual, two layers
            options = torch.tensor(
                [1, 1, 4, cell, 0, peephole, 1, 1, 1, 2], dtype=torch.float64)

            def feed(device):
                kernel = kernels[device]
                leaves = [w.requires_grad_() for w in on(device, given)]
                stack = [w.requires_grad_() for layer in layers for w in on(device, layer)]
                keys, m = kernel.attention_memory(on(device, memory), options, leaves[:2])
                arrays = [leaves[0], *leaves[2:], on(device, padding), *on(device, state)]
                inputs = on(device, values).requires_grad_()
                y, *after = kernel.feed(
                    inputs, on(device, fed), keys, m, options, arrays + stack + [on(device, real)])
                (y.square().mean() + sum(a.mean() for a in after)).backward()
                return [y, after, inputs.grad] + [w.grad for w in leaves + stack]

            with_peephole = ", peephole" if peephole else ""
            compare(f"feed, {name}{with_peephole}, two layers, values and gradients", feed)

    scores, targets = draw(8, 20, 100, scale=2), torch.randint(0, 100, (8, 20))
    targets[:, 15:] = int(IGNORED)

    def cross_entropy(device):
        leaf = on(device, scores).requires_grad_()
        loss = kernels[device].cross_entropy(
            leaf, on(device, targets), torch.tensor([IGNORED, 0.1], dtype=torch.float64))
        loss.backward()
        return [loss, leaf.grad]

    compare("cross_entropy with ignored steps and smoothing, values and gradients", cross_entropy)

    x, u, b = draw(70, 20), draw(100, 20, scale=1), draw(100)
    classes = torch.randint(0, 100, (70,))

    def output_loss(device):
        leaf = on(device, x).requires_grad_()
        du, db = torch.zeros(100, 20, device=device), torch.zeros(100, device=device)
        memory = torch.zeros(32, 112, device=device)
        factor = torch.ones((), device=device, requires_grad=True)
        loss = kernels[device].output_loss(
            leaf, on(device, classes), torch.tensor([0.1], dtype=torch.float64),
            [on(device, u), on(device, b), du, db, memory, factor])
        (3 * loss).backward()
        return [loss, leaf.grad, du, db, factor.grad]

    compare("output_loss in three parts with smoothing, values and gradients", output_loss)

    def add_rows(device):
        sums = torch.zeros(10, 20, device=device)
        numbers = on(device, classes % 10)
        kernels[device].add_rows(sums, numbers, on(device, x))
        before = sums.clone()
        kernels[device].clear_rows(sums, numbers[:2])
        return [before, sums]

    compare("add_rows, clear_rows", add_rows)

    arrays = [draw(300, 40), draw(7), draw(50, 50)]
    gradients = [torch.randn_like(a) for a in arrays]
    compare("clip", lambda d: [kernels[d].clip(g := on(d, gradients), 1.0), g])
    for decoupled in (False, True):

        def adam(device):
            w, m, v = on(device, arrays), *[
                [torch.zeros_like(a) for a in on(device, arrays)] for _ in range(2)]
            counts = [torch.zeros((), device=device) for _ in arrays]
            for _ in range(5):
                kernels[device].adam(
                    w, on(device, gradients), m, v, counts, 1e-2, 0.9, 0.999, 1e-8, 0.1, decoupled)
            return [w, m, v]

        compare("adamw, 5 steps" if decoupled else "adam, 5 steps", adam)

    def sgd(device):
        w = on(device, arrays)
        v = [torch.zeros_like(a) for a in w]
        for _ in range(5):
            kernels[device].sgd(w, on(device, gradients), v, 1e-2, 0.9, 0.1)
        return [w, v]

    compare("sgd, 5 steps", sgd)

    embedding = draw(60, 64, scale=1)
    stack = weights(4, 64, 256) + weights(4, 256, 256)
    dense = [draw(60, 256, scale=0.2), draw(60)]

    def written(device, sampled):
        kernel = kernels[device]
        prepared = [
            w for i in (0, 4) for w in kernel.prepare(0, on(device, stack[i:i + 4]))]
        state = [torch.zeros(1, 256, device=device) for _ in range(4)]
        never = torch.tensor([0], device=device)
        output = kernel.dense(*on(device, dense), never)
        table = kernel.foreseen(0, on(device, embedding), prepared[:2])
        inputs = embedding.shape[1]
        ready = kernel.writing_weights([0, 0], prepared, inputs, table)
        arguments = (on(device, embedding), table, [0, 0], state, ready, output)
        with torch.no_grad():
            if sampled:
                uniforms = torch.rand(200, generator=torch.Generator().manual_seed(3)).tolist()
                tokens, _ = kernel.write_sampled([5], uniforms, -1, 0.8, 40, 0.95, *arguments)
            else:
                tokens, _ = kernel.write_greedy([5], 200, -1, *arguments)
        return [float(t) for t in tokens]

    compare("write_greedy, 200 tokens of 2 × 256", lambda d: written(d, False))
    compare("write_sampled, 200 tokens of 2 × 256", lambda d: written(d, True))

    print(f"PyTorch {torch.__version__}, {torch.cuda.get_device_name(0)}, TF32 off\n")
    print("| kernel | largest difference |\n|---|---|")
    for name, difference in rows:
        print(f"| {name} | {difference:.1e} |")
    print()
    time_loop(kernels["cuda"])
    return 0 if all(difference <= 1e-4 for _, difference in rows) else 1


def time_loop(kernel):
    """Forward and backward of (64 × 50, 128 → 256), one direction, in a loop and fused."""
    print("| forward and backward, 64 × 50, 128 → 256 | loop | fused |\n|---|---|---|")
    for name, (cell, gates) in CELLS.items():
        given = [w.cuda().requires_grad_() for w in weights(gates, 128, 256)]
        values, zeros = draw(64, 50, 128).cuda(), torch.zeros(64, 256, device="cuda")
        state = zeros.unsqueeze(0)
        options = torch.tensor([cell, 0, 0], dtype=torch.float64)

        def loop():
            return kernel.loop(values, zeros, zeros, options, given)[0]

        def fused():
            if cell == 0:
                return torch.lstm(
                    values, [state, state], given, True, 1, 0.0, True, False, True)[0]
            operator = {1: torch.gru, 2: torch.rnn_tanh, 3: torch.rnn_relu}[cell]
            return operator(values, state, given, True, 1, 0.0, True, False, True)[0]

        times = []
        for run in (loop, fused):
            best = float("inf")
            for _ in range(40):
                torch.cuda.synchronize()
                start = time.perf_counter()
                run().sum().backward()
                torch.cuda.synchronize()
                best = min(best, time.perf_counter() - start)
            times.append(best * 1e3)
        print(f"| {name} | {times[0]:.2f} ms | {times[1]:.2f} ms |")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
