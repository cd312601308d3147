#!/usr/bin/env python3
"""The peer of the benchmark: Tantivy with jieba's words over the same paragraphs.

    peer-tantivy.py FOLDER [QUERY ...]

Needs the packages tantivy and rjieba (PyPI). Prints ingest seconds, MB/s, index size, and the median and worst time
of the queries' top ten."""
import os, sys, tempfile, time

try:
    import rjieba, tantivy
except ImportError:
    sys.exit("peer-tantivy.py: the packages tantivy and rjieba are missing: pip install tantivy rjieba")

folder, queries = sys.argv[1], sys.argv[2:] or ["妇女", "发展", "工作", "妇女儿童", "留守儿童 关爱"]
start, size, count = time.time(), 0, 0
schema = tantivy.SchemaBuilder().add_text_field("body", stored=False, tokenizer_name="whitespace").build()
with tempfile.TemporaryDirectory() as place:
    index = tantivy.Index(schema, path=place)
    writer = index.writer(heap_size=256 << 20, num_threads=2)
    for root, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if not name.endswith(".md"):
                continue
            text = open(os.path.join(root, name), encoding="utf-8").read()
            size += len(text.encode())
            for line in text.split("\n"):
                if line.strip():
                    document = tantivy.Document()
                    document.add_text("body", " ".join(rjieba.cut_for_search(line)))
                    writer.add_document(document)
                    count += 1
    writer.commit()
    writer.wait_merging_threads()
    seconds = time.time() - start
    disk = sum(os.path.getsize(os.path.join(place, name)) for name in os.listdir(place))
    print(f"tantivy ingest: {seconds:.1f} s, {size / 1e6 / seconds:.1f} MB/s, {count} paragraphs, index {disk / 1e6:.0f} MB (text not stored)")
    index.reload()
    searcher, times = index.searcher(), []
    for text in queries:
        query = index.parse_query(" ".join(rjieba.cut_for_search(text)), ["body"])
        for _ in range(5):
            begin = time.time()
            searcher.search(query, 10)
            times.append((time.time() - begin) * 1000)
    times.sort()
    print(f"tantivy top ten: median {times[len(times) // 2]:.2f} ms, worst {times[-1]:.2f} ms")
