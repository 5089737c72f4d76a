-- POST valid answers to 64 drafts in turn; each draft alternates between two answers.
-- Every request is made before the clock starts: the load must not cost more than the floor's.
local requests = {}
local at = 0
local threads = 0

function setup(thread)
  thread:set("offset", threads * 32)
  threads = threads + 1
end

function init()
  local drafts = dofile(os.getenv("ENGAGE_BENCH_DRAFTS"))
  for turn = 1, 2 do
    for place = 1, #drafts do
      local draft = drafts[(place + offset) % #drafts + 1]
      table.insert(requests, wrk.format("POST", draft.path, {
        ["Cookie"] = draft.cookie,
        ["Content-Type"] = "application/x-www-form-urlencoded",
      }, draft.bodies[turn]))
    end
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end
