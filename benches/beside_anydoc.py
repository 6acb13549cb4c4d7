"""Times another reader of documents over the files of a folder, as `cargo bench --bench reading` times this program:
    pip install firecrawl-anydoc==0.2.4
    python benches/beside_anydoc.py FOLDER LIST
writes to LIST what it accepts, a path below the folder a line; then `cargo bench --bench reading -- FOLDER LIST`."""
import sys, time
from pathlib import Path
import anydoc

ROUNDS = 21
folder, accepted = Path(sys.argv[1]), []
for path in sorted(path for path in folder.rglob('*') if path.is_file()):
    try:
        anydoc.to_markdown(str(path))
        accepted.append(path)
    except anydoc.ConvertError as refused:
        print(f'not read: {path} ({type(refused).__name__})')
Path(sys.argv[2]).write_text(''.join(f'{path.relative_to(folder)}\n' for path in accepted), encoding='utf-8')

kinds = sorted({path.suffix for path in accepted})
for kind in [*kinds, 'all']:
    files = [path for path in accepted if kind in (path.suffix, 'all')]
    start = time.process_time()
    for _ in range(ROUNDS):
        for path in files:
            anydoc.to_markdown(str(path))
    print(f'{kind:8} {len(files):4} files {(time.process_time() - start) * 1000 / ROUNDS:7.1f} ms')
