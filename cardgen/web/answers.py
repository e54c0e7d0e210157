"""Answers every request of a page: bytes in, a reply out; the same for a server and for Python inside a browser."""

from __future__ import annotations

import traceback
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from cardgen.errors import UserError
from cardgen.exchange.markdown import as_markdown
from cardgen.exchange.table.reader import read_table
from cardgen.exchange.table.writer import as_csv
from cardgen.files.reading import read_text
from cardgen.library.finding import find_file
from cardgen.library.loading import load, load_file
from cardgen.library.proof import prove_routine
from cardgen.planning.planner import plan
from cardgen.reading.parser import Origin, parse_yaml
from cardgen.reading.writer import as_authored, as_json, as_yaml
from cardgen.suggestions import suggest
from cardgen.web.catalog import list_everything
from cardgen.web.jobs import describe_printout, make_job, make_session_job
from cardgen.web.pictures import draw_figure, fill_drawing, list_views, list_vocabulary, picture_routines
from cardgen.web.replies import MISREAD, MISSING, PDF, Reply, as_reply, broken, faults_reply, refuse
from cardgen.web.request_files import use_files
from cardgen.web.requests import (
    MOST_BYTES,
    CardRequest,
    CheckRequest,
    ExportRequest,
    FigureRequest,
    FillRequest,
    ImportRequest,
    ListRequest,
    PicturesRequest,
    PlanRequest,
    PrintRequest,
    Request,
    RoutineRequest,
    VocabularyRequest,
)
from cardgen.web.sessions import check_routine, describe_routine, plan_session
from cardgen.web.step_card import print_step_card


def answer(name: str, body: bytes, own: bool = True) -> Reply:
    """The reply to a request; faults are in the reply, and so is a failure of cardgen itself.

    Without `own`, the user's own library is left out.
    """
    if name not in ANSWERS:
        return refuse(MISSING, "There is no request with this name.", suggest(name[:40], ANSWERS))
    if len(body) > MOST_BYTES:
        return refuse(MISREAD, f"This request is larger than {MOST_BYTES // 1_000_000} MB.", "Use smaller pictures.")
    kind, work = ANSWERS[name]
    try:
        request = msgspec.json.decode(body or b"{}", type=kind)
        with use_files(request.files, request.pictures, own):
            return work(request)
    except UserError as error:
        return faults_reply(error.faults)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        return refuse(MISREAD, f"This request cannot be read: {str(error)[:200]}.")
    except Exception:
        traceback.print_exc()
        return broken()


def _list(request: ListRequest) -> Reply:
    return as_reply(list_everything())


def _describe(request: RoutineRequest) -> Reply:
    return as_reply(describe_routine(request.routine))


def _pictures(request: PicturesRequest) -> Reply:
    return as_reply(picture_routines(request.routines))


def _check(request: CheckRequest) -> Reply:
    return as_reply(check_routine(request.routine, request.warnings))


def _plan(request: PlanRequest) -> Reply:
    return as_reply(plan_session(make_session_job(request.fields)))


def _print(request: PrintRequest) -> Reply:
    job = make_job(request.print, request.fields)
    printout = job.run()
    return Reply(200, printout.data, PDF, job.file_name, describe_printout(job, printout))


def _preview(request: PrintRequest) -> Reply:
    """The same print with all its details, in one JSON document."""
    printed = _print(request)
    return as_reply(printed.details | {"pdf": b64encode(printed.data).decode("ascii")})


def _import(request: ImportRequest) -> Reply:
    routine = prove_routine(read_table(Path(request.table))).document.model
    name = f"{Path(request.table).stem}.yaml"
    return as_reply({"name": name, "text": as_yaml(as_authored(routine)), "data": as_authored(routine)})


def _read(request: RoutineRequest) -> Reply:
    """The plain values of a file that may have faults: a draft."""
    path = find_file(request.routine)
    data = parse_yaml(Origin(path, read_text(path))).data
    return as_reply({"name": path.name, "data": data if isinstance(data, dict) else {}})


def _export(request: ExportRequest) -> Reply:
    media, write = FORMS[request.form]
    stem = Path(request.routine).stem
    return Reply(200, write(request.routine), media, f"{stem}.{'md' if request.form == 'markdown' else request.form}")


def _yaml(name: str) -> bytes:
    """A file as YAML, even a draft with faults in it."""
    path = find_file(name)
    data = parse_yaml(Origin(path, read_text(path))).data
    return as_yaml(data if isinstance(data, dict) else {}).encode()


def _markdown(name: str) -> bytes:
    opened = load_file(find_file(name))
    return as_markdown(opened.written, plan(opened.selection, length="all")).encode()


FORMS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "yaml": ("application/yaml", _yaml),
    "csv": ("text/csv; charset=utf-8", lambda name: as_csv(load(name))),
    "markdown": ("text/markdown; charset=utf-8", _markdown),
    "json": ("application/json", lambda name: as_json(as_authored(load(name)))),
}
"""The forms in which a routine is handed out: the media type, and what writes it."""


def _figure(request: FigureRequest) -> Reply:
    return as_reply(draw_figure(request.drawing, request.area))


def _fill(request: FillRequest) -> Reply:
    return as_reply(fill_drawing(request.routine, request.step, request.view))


def _card(request: CardRequest) -> Reply:
    return Reply(200, print_step_card(request.routine, request.step), PDF)


def _vocabulary(request: VocabularyRequest) -> Reply:
    return as_reply(list_vocabulary())


def _views(request: VocabularyRequest) -> Reply:
    return as_reply(list(list_views()))


ANSWERS: dict[str, tuple[type[Request], Callable[[Any], Reply]]] = {
    "list": (ListRequest, _list),
    "describe": (RoutineRequest, _describe),
    "pictures": (PicturesRequest, _pictures),
    "check": (CheckRequest, _check),
    "plan": (PlanRequest, _plan),
    "print": (PrintRequest, _print),
    "preview": (PrintRequest, _preview),
    "import": (ImportRequest, _import),
    "read": (RoutineRequest, _read),
    "export": (ExportRequest, _export),
    "card": (CardRequest, _card),
    "figure": (FigureRequest, _figure),
    "fill": (FillRequest, _fill),
    "vocabulary": (VocabularyRequest, _vocabulary),
    "views": (VocabularyRequest, _views),
}
"""What can be asked for: how the request is read, and what answers it."""
